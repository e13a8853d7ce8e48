using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Texts;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Audit;

/// <summary>审计日志: the audit administrator's only screen.</summary>
public sealed partial class AuditPage(AuditQueries audit, ReadScopeQueries scopes, OfficeClock clock, NavigationManager navigation)
    : ReadingPage(navigation)
{
    private const int PageSize = 50;

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "user")]
    private string? By { get; set; }

    [SupplyParameterFromQuery]
    private string? Before { get; set; }

    private AuditFilter Filter { get; set; } = new();

    private AuditExcerpt Entries { get; set; } = default!;

    private PlanFacts Facts { get; set; } = default!;

    private bool IsFiltered => Filter with { Before = null } != new AuditFilter();

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Filter = new AuditFilter
        {
            From = DateText.Read(From).Value,
            To = DateText.Read(To).Value,
            Kind = AuditKinds.All.Contains(Kind) ? Kind : null,
            User = TypedText.Clean(By),
            Before = AddressNumber.Read<long>(Before),
        };
        Entries = await audit.PageAsync(caller, Filter, PageSize, cancellationToken);
        Facts = (await scopes.ReadAsync(caller, cancellationToken)).Facts;
    }

    private string AddressOf(long? before)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("from", DateText.Display(Filter.From)), ("to", DateText.Display(Filter.To)), ("kind", Filter.Kind), ("user", Filter.User),
            ("before", before?.ToString(CultureInfo.InvariantCulture)),
        })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return "/audit" + query;
    }

    private static string? Invalid(string? day) => DateText.Read(day).Fault is null ? null : "true";
}
