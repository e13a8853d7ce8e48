using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Audit;

/// <summary>The audit, filtered, sorted and turned over by the database.</summary>
public sealed partial class AuditGrid(
    AuditQueries audit, PlanCatalogue catalogue, OfficeClock clock, IJSRuntime browser, AuthenticationStateProvider authentication)
    : ListGrid<AuditEvent, AuditColumn, AuditView>(browser, authentication)
{
    private AuditView fields = new();
    private Plan plan = default!;

    protected override IReadOnlyDictionary<string, AuditColumn> Columns { get; } = new Dictionary<string, AuditColumn>(StringComparer.Ordinal)
    {
        [nameof(AuditEvent.At)] = AuditColumn.Time,
        [nameof(AuditEvent.UserName)] = AuditColumn.Person,
        [nameof(AuditEvent.Kind)] = AuditColumn.Kind,
        [nameof(AuditEvent.Subject)] = AuditColumn.Subject,
    };

    protected override async Task<(IReadOnlyList<AuditEvent> Rows, int Total)> ReadAsync(Caller caller, AuditView view, CancellationToken cancellationToken)
    {
        var page = await audit.PageAsync(caller, view.Filter, view.Page, view.Size, cancellationToken);
        plan = (await catalogue.FactsAsync(caller, cancellationToken)).Plan;
        return (page.Events, page.Total);
    }

    protected override void Fill(AuditView view) => fields = view;

    /// <summary>What was typed is sought too when something else is chosen.</summary>
    private Task SearchAsync() => ShowAsync(fields with { Sort = Chosen.Sort, IsDescending = Chosen.IsDescending, Size = Chosen.Size });

    private Task ChooseFromAsync(string? day) => ChooseAsync(fields with { From = day ?? "" });

    private Task ChooseToAsync(string? day) => ChooseAsync(fields with { To = day ?? "" });

    private Task ChooseKindAsync(ChangeEventArgs chosen) => ChooseAsync(fields with { Kind = chosen.Value as string ?? "" });

    private Task ClearAsync() => ChooseAsync(new AuditView());

    private Task ChooseAsync(AuditView wanted)
    {
        if (wanted == fields)
        {
            return Task.CompletedTask;
        }

        fields = wanted;
        return SearchAsync();
    }
}
