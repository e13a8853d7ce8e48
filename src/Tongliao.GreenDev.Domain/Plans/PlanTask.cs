namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A task (任务) of the plan, with its text and responsible departments.</summary>
public sealed class PlanTask
{
    public int Id { get; private init; }

    public required int Number { get; init; }

    public required int SectionNumber { get; init; }

    public required string Title { get; init; }

    /// <summary>The text between title and responsible units.</summary>
    public required string Text { get; init; }

    /// <summary>The text within （责任单位：…）, as printed.</summary>
    public required string ResponsibleText { get; init; }

    /// <summary>The departments in the order of the print.</summary>
    public required IReadOnlyList<TaskDepartment> Departments { get; init; }
}
