using System.Globalization;
using System.Text.Json;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>The audit (审计日志).</summary>
internal static class AuditEndpoints
{
    private const int DefaultLimit = 1000;

    public static void MapAudit(this RouteGroupBuilder api) => api
        .MapGet("/audit", ListAsync)
        .Says(
            "读取审计日志（仅审计管理员），最近的在前。from、to为日期（to当日计入）或带时区的时间；"
            + $"一次最多limit条（默认{DefaultLimit}），还有更多时响应头Link给出下一页",
            403,
            422);

    private static async Task<IReadOnlyList<AuditAnswer>> ListAsync(
        HttpContext http,
        ApiCaller caller,
        string? from,
        string? to,
        string? before,
        string? limit,
        AuditQueries audit,
        OfficeClock clock,
        CancellationToken cancellationToken)
    {
        var count = Number(limit, "limit") ?? DefaultLimit;
        if (count is < 1 or > AuditQueries.MaxRows)
        {
            throw Queried.Fault("limit", $"limit应为1至{AuditQueries.MaxRows}。");
        }

        var span = new AuditSpan(Instant(from, "from", clock, dayAfter: false), Instant(to, "to", clock, dayAfter: true), Number(before, "before"));
        var events = await audit.EventsAsync(caller, span, (int)count, cancellationToken);
        if (events.Count == count)
        {
            http.Response.Headers.Link = $"<{Next(http.Request, events[^1].Id)}>; rel=\"next\"";
        }

        return [.. events.Select(AuditAnswer.Of)];
    }

    /// <summary>A day begins and ends in the offices' time; a moment says its own offset.</summary>
    private static DateTimeOffset? Instant(string? text, string name, OfficeClock clock, bool dayAfter)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            // After the last day of all there is none: no end.
            return dayAfter && day == DateOnly.MaxValue ? null : clock.StartOf(dayAfter ? day.AddDays(1) : day);
        }

        // A query holds an unescaped plus as a space.
        return IsoMoment.TryParse(text.Replace(' ', '+'), out var moment)
            ? moment
            : throw Queried.Fault(name, $"{name}应为日期（例如2025-10-01）或带时区的时间（例如2025-10-01T08:00:00+08:00）。");
    }

    private static long? Number(string? text, string name) => string.IsNullOrEmpty(text)
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Queried.Fault(name, $"{name}应为正整数。");

    private static string Next(HttpRequest request, long before)
    {
        var query = QueryString.Create(request.Query.Where(pair => pair.Key != "before"));
        return request.Path + query.Add("before", before.ToString(CultureInfo.InvariantCulture)).ToUriComponent();
    }
}

/// <summary>Reads a moment in ISO 8601 that says its offset.</summary>
internal static class IsoMoment
{
    private static readonly string[] Forms = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];

    public static bool TryParse(string text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        text.EndsWith('Z') ? text[..^1] + "+00:00" : text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out moment);
}

/// <summary>One audit entry; before and after are the states as JSON, null where there is none.</summary>
internal sealed record AuditAnswer(
    long Id,
    DateTimeOffset At,
    Guid? UserId,
    string User,
    string Address,
    string Kind,
    string KindText,
    string Subject,
    bool Succeeded,
    JsonElement? Before,
    JsonElement? After)
{
    public static AuditAnswer Of(AuditEvent entry) => new(
        entry.Id,
        entry.At,
        entry.UserId,
        entry.UserName,
        entry.Address,
        entry.Kind,
        AuditKinds.Word(entry.Kind),
        entry.Subject,
        entry.Succeeded,
        Parse(entry.Before),
        Parse(entry.After));

    private static JsonElement? Parse(string? json) => json is null ? null : JsonElement.Parse(json);
}
