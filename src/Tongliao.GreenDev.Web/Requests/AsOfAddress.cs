using System.Globalization;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Requests;

/// <summary>The part of an address that says as of when (截至) something is asked for, of pages, the API and exports alike.</summary>
public static class AsOfAddress
{
    /// <summary>The query parameter: <c>?asOf=2025-11-28</c> for the end of the day, <c>?asOf=2025-11-28T16:30:05</c> for a moment there.</summary>
    public const string Parameter = "asOf";

    private const string Example = "请按2025-11-28（当日结束时）或2025-11-28T16:30（某一时刻）填写。";

    private static readonly string[] Moments = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFF"];

    /// <summary>Null where none is given: what is there now is asked for.</summary>
    /// <exception cref="RefusalException">Invalid: it cannot be read, or has not come yet.</exception>
    public static AsOf? Read(string? text, OfficeClock clock)
    {
        var given = text?.Trim();
        if (string.IsNullOrEmpty(given))
        {
            return null;
        }

        var (invariant, exact) = (CultureInfo.InvariantCulture, DateTimeStyles.None);
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", invariant, exact, out var day))
        {
            return day < clock.Today ? AsOf.EndOf(day, clock) : throw Refused(
                day == clock.Today ? "今天还没有结束，请查看现在的数据，或选择以前的日期。" : "这一天还没有到，请选择今天以前的日期。");
        }

        if (!DateTime.TryParseExact(given, Moments, invariant, exact, out var local))
        {
            throw Refused($"截至时间无法识别，{Example}");
        }

        var asOf = AsOf.At(local, clock);
        return asOf.Moment <= clock.Now ? asOf : throw Refused("截至时间还没有到，请填写现在以前的时间。");
    }

    private static RefusalException Refused(string message) =>
        RefusalException.Invalid(RefusalCodes.InvalidQuery, message, new FieldFault(Parameter, message));
}
