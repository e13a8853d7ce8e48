using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A published plan (实施方案) with everything it asks for. Facts only; how they are judged is in <c>Rating</c>.</summary>
public sealed record Plan
{
    public int Id { get; private init; }

    /// <summary>Short stable key of the plan file, for example <c>tongliao-2023-63</c>.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>文号, for example 通政办发〔2023〕63号.</summary>
    public required string DocumentNumber { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Issuer { get; init; }

    /// <summary>The first year with targets; the year before it is the baseline year (基期).</summary>
    public required int FirstYear { get; init; }

    public required int LastYear { get; init; }

    /// <summary>The published text, whole, as the portal shows it.</summary>
    public required string FullText { get; init; }

    public required Annex Annex { get; init; }

    public required IReadOnlyList<PlanSection> Sections { get; init; }

    public required IReadOnlyList<PlanTask> Tasks { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }

    public required IReadOnlyList<Commitment> Commitments { get; init; }

    public required IReadOnlyList<OpenQuestion> OpenQuestions { get; init; }

    /// <summary>The city (全市) whose value is made from its units.</summary>
    public required ReportingUnit City { get; init; }

    /// <summary>The reporting units in their official order.</summary>
    public required IReadOnlyList<ReportingUnit> Units { get; init; }

    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>The year whose amounts are entered once as baselines (基数).</summary>
    public int BaselineYear => FirstYear - 1;
}

/// <summary>What is printed around the annex table.</summary>
/// <param name="TitleLines">The title as printed, in lines.</param>
/// <param name="Headers">The column headers, without the line breaks of the print.</param>
/// <param name="Footer">The note below the table.</param>
public sealed record Annex(IReadOnlyList<string> TitleLines, IReadOnlyList<string> Headers, string Footer);

/// <summary>A section of the plan's tasks: one of the five (一)–(五) or the safeguards (保障措施).</summary>
public sealed class PlanSection
{
    public int Id { get; private init; }

    /// <summary>Order in the plan, from 1.</summary>
    public required int Number { get; init; }

    public required string Heading { get; init; }

    /// <summary>保障措施: how the work is secured, not what is to be built.</summary>
    public required bool IsSafeguard { get; init; }
}

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

/// <summary>A department responsible for a task.</summary>
/// <param name="Order">Place in the list, from 1.</param>
/// <param name="DepartmentId">Identifier of the department.</param>
/// <param name="PrintedName">The name as printed, with 市 left out where the list leaves it out.</param>
public sealed record TaskDepartment(int Order, string DepartmentId, string PrintedName);

/// <summary>A quantified or dated commitment of the text which is not in the annex.</summary>
public sealed class Commitment
{
    public int Id { get; private init; }

    public required int Number { get; init; }

    public required int TaskNumber { get; init; }

    /// <summary>The exact phrase of the plan.</summary>
    public required string Phrase { get; init; }

    /// <summary>Kind of commitment, for example <c>dated_numeric</c>.</summary>
    public required string Kind { get; init; }
}

/// <summary>A question that the plan leaves open (待确认问题), with the default taken until it is answered.</summary>
public sealed class OpenQuestion
{
    /// <summary>For example <c>Q4</c>.</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<int> IndicatorNumbers { get; init; }

    public required string Question { get; init; }

    public required string DefaultAnswer { get; init; }
}
