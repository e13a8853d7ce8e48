using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>附件外承诺: what the text promises outside the annex, and by when; kept or not for who reads what was reported.</summary>
public sealed partial class CommitmentsPage(
    PlanCatalogue catalogue, TaskProgressQueries progress, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    private PlanFacts facts = default!;
    private CommitmentList? list;

    /// <summary>For example 已逾期 3，长期执行 17，已兑现 2.</summary>
    private string Summary => string.Join('，', Enum.GetValues<CommitmentState>().Where(state => list!.Of(state) > 0).Select(state => $"{state.Word()} {list!.Of(state)}"));

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        facts = await catalogue.FactsAsync(caller, cancellationToken);
        try
        {
            list = await progress.CommitmentsAsync(caller, cancellationToken);
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Forbidden)
        {
            list = null;
        }
    }
}
