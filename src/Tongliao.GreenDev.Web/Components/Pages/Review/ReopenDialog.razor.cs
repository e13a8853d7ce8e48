using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>重新打开 of approved values: of the one that it was opened for, and of others of the same report that are ticked.</summary>
public sealed partial class ReopenDialog(ReviewService steps)
{
    private readonly SortedSet<int> chosen = [];
    private string? reason;

    [Parameter, EditorRequired]
    public ReportKey Key { get; set; }

    /// <summary>As it was shown.</summary>
    [Parameter, EditorRequired]
    public ReportEntry Entry { get; set; } = default!;

    /// <summary>The other approved ones, as they were shown.</summary>
    [Parameter]
    public IReadOnlyList<ReportEntry> Others { get; set; } = [];

    private string Numbers => string.Join('、', chosen);

    protected override void OnInitialized() => chosen.Add(Entry.Indicator.Number);

    private void Choose(int number, bool isTicked)
    {
        if (isTicked)
        {
            chosen.Add(number);
        }
        else
        {
            chosen.Remove(number);
        }
    }

    private async Task SendAsync(Caller caller, int? version)
    {
        var versions = Others.Prepend(Entry).Where(entry => chosen.Contains(entry.Indicator.Number))
            .ToDictionary(entry => entry.Indicator.Number, entry => entry.Version);
        await steps.ApplyAsync(
            caller with { OperationId = null },
            new ApplyStep(Key, ReviewStep.Reopen, [.. chosen], reason, versions, caller.OperationId!.Value),
            CancellationToken.None);
    }
}
