using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>The members of a plan file; below the first level they are the domain's own types.</summary>
internal sealed record PlanFileContent(
    PlanFileMeta Meta,
    Annex Annex,
    IReadOnlyList<ReportingUnit> Regions,
    IReadOnlyList<Department> Departments,
    IReadOnlyList<PlanSection> Sections,
    IReadOnlyList<PlanTask> Tasks,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Quantity> Quantities,
    IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<OpenQuestion> OpenQuestions)
{
    /// <summary>What the file of a plan says, but for where its text lies.</summary>
    public static PlanFileContent Of(Plan plan) => new(
        new PlanFileMeta(plan.Key, plan.Title, plan.DocumentNumber, plan.IssuedOn, plan.Issuer, plan.FirstYear, plan.LastYear, TextFile: ""),
        plan.Annex,
        [.. plan.Regions.All],
        plan.Departments,
        plan.Sections,
        plan.Tasks,
        plan.Indicators,
        plan.Quantities,
        plan.Commitments,
        plan.OpenQuestions);

    public Plan ToPlan(string fullText) => new()
    {
        Key = Meta.Key,
        Title = Meta.Title,
        DocumentNumber = Meta.DocumentNumber,
        IssuedOn = Meta.IssuedOn,
        Issuer = Meta.Issuer,
        FirstYear = Meta.FirstYear,
        LastYear = Meta.LastYear,
        FullText = fullText,
        Annex = Annex,
        Regions = new UnitTree(Regions),
        Departments = Departments,
        Sections = Sections,
        Tasks = Tasks,
        Indicators = Indicators,
        Quantities = Quantities,
        Commitments = Commitments,
        OpenQuestions = OpenQuestions,
    };
}
