using System.Text.Json;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>What a reviewer's form says. Everything in it is checked again by the service.</summary>
public sealed class ReviewDecision
{
    public const string ApproveAll = "approve-all";
    public const string ApproveChosen = "approve";
    public const string ReturnChosen = "return";
    public const string ReopenChosen = "reopen";

    /// <summary>Which of several forms on a page it came from.</summary>
    public string? Form { get; set; }

    /// <summary>The button that was pressed.</summary>
    public string? Act { get; set; }

    /// <summary>Made with the form, so that a button pressed twice acts once.</summary>
    public Guid OperationId { get; set; }

    /// <summary>The versions on the screen of all values that could be decided on, by indicator number.</summary>
    public Dictionary<int, int>? Versions { get; set; }

    /// <summary>Ticked values, by indicator number.</summary>
    public Dictionary<int, bool>? Chosen { get; set; }

    /// <summary>For all ticked values.</summary>
    public string? Reason { get; set; }

    /// <summary>代审原因, for approvals in place of lead departments.</summary>
    public string? ActingReason { get; set; }

    /// <summary>Typed beside single values, by indicator number; such a value needs no tick.</summary>
    public Dictionary<int, string?>? Reasons { get; set; }

    /// <summary>Something was typed that an approval would drop.</summary>
    public bool HasReason => !string.IsNullOrWhiteSpace(Reason) || OwnReasons().Count > 0;

    public bool IsChosen(int number) => Chosen?.GetValueOrDefault(number) == true;

    public string? ReasonOf(int number) => Reasons?.GetValueOrDefault(number);

    /// <summary>The step asked for; null when no known button was pressed.</summary>
    public ApplyStep? ToCommand(ReportKey report)
    {
        ReviewStep? asked = Act switch
        {
            ApproveAll or ApproveChosen => ReviewStep.Approve,
            ReturnChosen => ReviewStep.Return,
            ReopenChosen => ReviewStep.Reopen,
            _ => null,
        };
        var versions = Versions ?? [];
        var reasons = OwnReasons();
        var numbers = versions.Keys.Where(number =>
            Act == ApproveAll || IsChosen(number) || (asked != ReviewStep.Approve && reasons.ContainsKey(number)));
        if (asked is not { } step)
        {
            return null;
        }

        var command = new ApplyStep(report, step, [.. numbers.Order()], step == ReviewStep.Approve ? ActingReason : Reason, versions, OperationId) { Reasons = reasons };
        return command with { OperationId = OperationOf(command) };
    }

    /// <summary>The form as it was sent: corrected after going back it is another act.</summary>
    private Guid OperationOf(ApplyStep command) => OperationId == Guid.Empty ? Guid.CreateVersion7() : FormOperation.Of(JsonSerializer.Serialize(command));

    private Dictionary<int, string> OwnReasons() => Reasons is null
        ? []
        : Reasons.Where(reason => !string.IsNullOrWhiteSpace(reason.Value)).ToDictionary(reason => reason.Key, reason => reason.Value!);
}
