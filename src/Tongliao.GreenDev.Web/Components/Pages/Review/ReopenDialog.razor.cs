using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>重新打开 of one approved value.</summary>
public sealed partial class ReopenDialog(ReviewService steps)
{
    private string? reason;

    [Parameter, EditorRequired]
    public ReportKey Key { get; set; }

    /// <summary>As it was shown.</summary>
    [Parameter, EditorRequired]
    public ReportEntry Entry { get; set; } = default!;

    private async Task SendAsync(Caller caller, int? version)
    {
        var number = Entry.Indicator.Number;
        await steps.ApplyAsync(
            caller with { OperationId = null },
            new ApplyStep(Key, ReviewStep.Reopen, [number], reason, new Dictionary<int, int> { [number] = Entry.Version }, caller.OperationId!.Value),
            CancellationToken.None);
    }
}
