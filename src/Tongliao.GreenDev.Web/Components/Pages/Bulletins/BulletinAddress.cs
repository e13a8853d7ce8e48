using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Components.Pages.Bulletins;

/// <summary>Where bulletins and what they rest on are found.</summary>
public static class BulletinAddress
{
    public const string List = "/bulletins";

    /// <summary>Where the bureau writes.</summary>
    public static string Desk(Quarter quarter) => $"{List}/{quarter}";

    public static string Edition(Quarter quarter, int number) => $"{List}/{quarter}/{number}";

    public static string DraftFile(Quarter quarter) => $"/exports/bulletin-draft.docx?period={quarter}";

    public static string EditionFile(Quarter quarter, int number) => $"/exports/bulletin.docx?period={quarter}&edition={number}";

    /// <summary>Where a number is traced: the light, the dashboard or the rectifications that it comes from.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="facts">The plan.</param>
    /// <param name="quarter">Of which quarter.</param>
    /// <param name="asOf">As of which moment it is told; null for now.</param>
    public static string Of(BulletinFact fact, PlanFacts facts, Quarter quarter, AsOf? asOf) => fact.Source switch
    {
        { Topic: BulletinTopic.Light, UnitCode: { } unit, Indicator: { } indicator } =>
            ExplainPage.AddressOf(new ValueKey(unit, quarter, indicator), FigureBasis.Submitted, asOf),
        { Topic: BulletinTopic.Rectifications, UnitCode: { } unit } when facts.UnitOrAggregate(unit).Reports => $"/rectifications?unit={unit}",
        { Topic: BulletinTopic.Rectifications } => "/rectifications",
        _ => new DashboardView(quarter, FigureBasis.Submitted, OnlyBehind: false, Lead: null, Cell: null) { AsOf = asOf }.Address,
    };
}
