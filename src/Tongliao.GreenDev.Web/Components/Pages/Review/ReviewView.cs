using Microsoft.AspNetCore.Http.Extensions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>What a reviewer looks at, as the address carries it.</summary>
/// <param name="Period">The quarter.</param>
/// <param name="Lead">Only the indicators this department leads.</param>
/// <param name="Unit">Only this unit.</param>
/// <param name="OnlyWaiting">Only what waits for a decision.</param>
public sealed record ReviewView(Quarter Period, string? Lead, string? Unit, bool OnlyWaiting)
{
    /// <summary>The value of <c>only</c> that stands for <see cref="OnlyWaiting"/>.</summary>
    public const string Waiting = "waiting";

    /// <summary>The list of units.</summary>
    public string Address => "/review" + Query(withUnit: true);

    /// <summary>One unit's values, with the same filters.</summary>
    public string AddressOf(string unitCode) => $"/review/{unitCode}" + Query(withUnit: false);

    private string Query(bool withUnit)
    {
        var query = new QueryBuilder { { "period", Period.ToString() } };
        Add(query, "lead", Lead);
        Add(query, "unit", withUnit ? Unit : null);
        Add(query, "only", OnlyWaiting ? Waiting : null);
        return query.ToString();
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Add(name, value);
        }
    }
}
