using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>The plan with all that hangs on it.</summary>
internal sealed record PlanAnswer(
    PlanHead Plan,
    bool IsDemo,
    IReadOnlyList<SectionAnswer> Sections,
    IReadOnlyList<TaskAnswer> Tasks,
    IReadOnlyList<IndicatorAnswer> Indicators,
    IReadOnlyList<DepartmentAnswer> Departments,
    IReadOnlyList<RegionAnswer> Regions,
    RegionAnswer City,
    IReadOnlyList<CommitmentAnswer> Commitments,
    IReadOnlyList<QuestionAnswer> OpenQuestions)
{
    public static PlanAnswer Of(PlanFacts facts)
    {
        var plan = facts.Plan;
        return new PlanAnswer(
            new PlanHead(plan.Key, plan.Title, plan.DocumentNumber, plan.IssuedOn, plan.Issuer, plan.BaselineYear, plan.FirstYear, plan.LastYear, plan.Annex),
            facts.IsDemo,
            [.. plan.Sections.Select(section => new SectionAnswer(section.Number, section.Heading, section.IsSafeguard))],
            [.. plan.Tasks.Select(task => TaskAnswer.Of(task, facts))],
            [.. plan.Indicators.Select(IndicatorAnswer.Of)],
            [.. plan.Departments.Select(DepartmentAnswer.Of)],
            [.. plan.Units.Select(RegionAnswer.Of)],
            RegionAnswer.Of(plan.City),
            [.. plan.Commitments.Select(c => new CommitmentAnswer(c.Number, c.TaskNumber, c.Phrase, c.Kind))],
            [.. plan.OpenQuestions.Select(q => new QuestionAnswer(q.Id, q.IndicatorNumbers, q.Question, q.DefaultAnswer))]);
    }
}

/// <summary>The document itself.</summary>
internal sealed record PlanHead(
    string Key, string Title, string DocumentNumber, DateOnly IssuedOn, string Issuer, int BaselineYear, int FirstYear, int LastYear, Annex Annex);

/// <summary>A section of the plan.</summary>
internal sealed record SectionAnswer(int Number, string Heading, bool IsSafeguard);

/// <summary>A task with its departments in the order of the print.</summary>
internal sealed record TaskAnswer(
    int Number, int Section, string Title, string Text, string Responsible, IReadOnlyList<TaskDepartmentAnswer> Departments)
{
    public static TaskAnswer Of(PlanTask task, PlanFacts facts) => new(
        task.Number,
        task.SectionNumber,
        task.Title,
        task.Text,
        task.ResponsibleText,
        [.. task.Departments.Select(d => new TaskDepartmentAnswer(d.Order, d.DepartmentId, facts.Department(d.DepartmentId).Name, d.PrintedName))]);
}

/// <summary>A department responsible for a task.</summary>
internal sealed record TaskDepartmentAnswer(int Order, string Id, string Name, string PrintedName);

/// <summary>A department.</summary>
internal sealed record DepartmentAnswer(
    string Id, int Order, string Name, string? AnnexName, IReadOnlyList<string> Aliases, string Category, string Note)
{
    public static DepartmentAnswer Of(Department department) => new(
        department.Id, department.Order, department.Name, department.AnnexName, department.Aliases, department.Category, department.Note);
}

/// <summary>A reporting unit, or the city.</summary>
internal sealed record RegionAnswer(
    string Code, string CodeSystem, string Name, string ShortName, string ReportingBody, string Type, bool IsCentralUrban)
{
    public static RegionAnswer Of(ReportingUnit unit) => new(
        unit.Code, unit.CodeSystem, unit.Name, unit.ShortName, unit.ReportingBody, unit.Type, unit.IsIn(UnitSet.CentralUrban));
}

/// <summary>A quantified commitment of the text outside the annex.</summary>
internal sealed record CommitmentAnswer(int Number, int Task, string Phrase, string Kind);

/// <summary>A question the plan leaves open, with the default taken.</summary>
internal sealed record QuestionAnswer(string Id, IReadOnlyList<int> Indicators, string Question, string DefaultAnswer);
