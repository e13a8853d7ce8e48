using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application;

/// <summary>A reason that an act is not done without.</summary>
internal static class RequiredReason
{
    /// <summary>The reason, clean.</summary>
    /// <param name="typed">As it was sent, in the field <c>reason</c>.</param>
    /// <param name="request">Chinese: what is asked for, for example 请写明更正原因.</param>
    /// <param name="name">What it is called where it is too long.</param>
    /// <param name="example">A sentence that would do; null for none.</param>
    /// <exception cref="RefusalException">Invalid: missing, too short or too long.</exception>
    public static string Of(string? typed, string request, string name, string? example = null)
    {
        var reason = TypedText.Clean(typed);
        if (!VisibleText.IsRemark(reason))
        {
            throw Refusal(
                RefusalCodes.ReasonRequired,
                $"{request}，至少{VisibleText.FewestInRemark}个字（标点不算）{(example is null ? "" : $"，例如“{example}”")}。");
        }

        return reason!.Length <= ValueChecks.MaxTextLength
            ? reason
            : throw Refusal(RefusalCodes.ReasonTooLong, Statement.TooLong(name, reason.Length));
    }

    private static RefusalException Refusal(string code, string message) => RefusalException.Invalid(code, message, new FieldFault("reason", message));
}
