using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>What the parts of a plan file owe each other: numbers that are unique, references that lead somewhere, quotations that are in the text.</summary>
internal static class PlanFileRules
{
    public static void Check(PlanFileContent file, string? fullText, PlanFaults faults)
    {
        CheckMeta(file, fullText, faults);
        CheckUnits(file, faults);
        CheckDepartments(file.Departments, faults);
        faults.RequireAscending("$.sections", ".number", file.Sections, section => section.Number);
        CheckTasks(file, fullText, faults);
        PlanFileIndicatorRules.Check(file, faults);
        PlanFileQuantityRules.Check(file, faults);
        CheckCommitments(file, faults);
        PlanFileQuestionRules.Check(file, faults);
    }

    private static void CheckMeta(PlanFileContent file, string? fullText, PlanFaults faults)
    {
        var meta = file.Meta;
        faults.Require(IsIdentifier(meta.Key, '-'), "$.meta.key", "只能用小写字母、数字和“-”，以字母开头");
        faults.Require(meta.FirstYear is > 1 and <= 9998, "$.meta.firstYear", "年份不合理");
        faults.Require(meta.LastYear >= meta.FirstYear && meta.LastYear <= 9998, "$.meta.lastYear", "不得早于firstYear");
        RequireQuoted(meta.DocumentNumber, fullText, "$.meta.documentNumber", faults);
        faults.Require(file.Annex.TitleLines.Count > 0, "$.annex.titleLines", "至少一行");

        // 序号, 牵头部门, 配合部门, 指标内容, then one column a year.
        var columns = 4 + Math.Max(0, meta.LastYear - meta.FirstYear + 1);
        faults.Require(file.Annex.Headers.Count == columns, "$.annex.headers", $"应有{columns}列：4列固定，另每年1列");
    }

    private static void CheckUnits(PlanFileContent file, PlanFaults faults)
    {
        const string path = "$.regions";
        faults.Require(file.Regions.Count > 1, path, "至少一个填报单位");
        faults.RequireAscending(path, ".order", file.Regions, unit => unit.Order, first: 0);
        faults.RequireUnique(path, ".name", file.Regions, unit => unit.Name);
        faults.RequireUnique(path, ".code", file.Regions, unit => unit.Code);
        for (var i = 0; i < file.Regions.Count; i++)
        {
            CheckPlaceInTree(file.Regions, i, $"{path}[{i}]", faults);
        }
    }

    /// <summary>A unit stands after the one it is part of, which leaves no room for a cycle.</summary>
    private static void CheckPlaceInTree(IReadOnlyList<ReportingUnit> regions, int index, string path, PlanFaults faults)
    {
        var unit = regions[index];
        var hasChildren = regions.Any(other => other.ParentCode == unit.Code);
        faults.Require(unit.Sets.Count == 0 || !hasChildren, $"{path}.sets", "只有填报单位可以归入，有下级的单位由下级汇总");
        faults.RequireUnique($"{path}.sets", string.Empty, unit.Sets, set => set);
        if (index == 0 || unit.ParentCode is null)
        {
            faults.Require(index == 0 && unit.ParentCode is null, $"{path}.parentCode", "第一个单位为全域，没有上级；其余单位都须有上级");
            return;
        }

        var parent = regions.Select(other => other.Code).ToList().IndexOf(unit.ParentCode);
        faults.Require(parent >= 0, $"{path}.parentCode", $"没有code为“{unit.ParentCode}”的单位");
        faults.Require(parent < index, $"{path}.parentCode", "上级单位须列在本单位之前，不得互为上级");
    }

    private static void CheckDepartments(IReadOnlyList<Department> departments, PlanFaults faults)
    {
        const string path = "$.departments";
        faults.RequireAscending(path, ".order", departments, department => department.Order);
        faults.RequireUnique(path, ".id", departments, department => department.Id);
        faults.RequireUnique(path, ".name", departments, department => department.Name);
        var owners = new Dictionary<string, Department>(StringComparer.Ordinal);
        for (var i = 0; i < departments.Count; i++)
        {
            faults.Require(IsIdentifier(departments[i].Id, '_'), $"{path}[{i}].id", "只能用小写字母、数字和“_”，以字母开头");
            foreach (var name in NamesOf(departments[i]))
            {
                var clash = !owners.TryAdd(name, departments[i]) && owners[name].Id != departments[i].Id;
                faults.Require(!clash, $"{path}[{i}]", $"名称“{name}”也属于“{owners[name].Id}”");
            }
        }
    }

    private static void CheckTasks(PlanFileContent file, string? fullText, PlanFaults faults)
    {
        faults.RequireAscending("$.tasks", ".number", file.Tasks, task => task.Number);
        for (var i = 0; i < file.Tasks.Count; i++)
        {
            var task = file.Tasks[i];
            var path = $"$.tasks[{i}]";
            faults.Require(
                file.Sections.Any(section => section.Number == task.SectionNumber), $"{path}.sectionNumber", $"没有第{task.SectionNumber}节");
            RequireQuoted(task.Title, fullText, $"{path}.title", faults);
            RequireQuoted(task.Text, fullText, $"{path}.text", faults);
            RequireQuoted(task.ResponsibleText, fullText, $"{path}.responsibleText", faults);
            CheckTaskDepartments(task, file.Departments, $"{path}.departments", faults);
        }
    }

    private static void CheckTaskDepartments(PlanTask task, IReadOnlyList<Department> departments, string path, PlanFaults faults)
    {
        faults.RequireUnique(path, ".departmentId", task.Departments, entry => entry.DepartmentId);
        var readTo = 0;
        for (var i = 0; i < task.Departments.Count; i++)
        {
            var entry = task.Departments[i];
            faults.Require(entry.Order == i + 1, $"{path}[{i}].order", $"应为{i + 1}");
            var department = departments.FirstOrDefault(candidate => candidate.Id == entry.DepartmentId);
            faults.Require(department is not null, $"{path}[{i}].departmentId", $"没有id为“{entry.DepartmentId}”的部门");
            faults.Require(
                department is null || NamesOf(department).Contains(entry.PrintedName),
                $"{path}[{i}].printedName",
                $"“{entry.PrintedName}”不是“{entry.DepartmentId}”的名称或别名");

            var found = task.ResponsibleText.IndexOf(entry.PrintedName, readTo, StringComparison.Ordinal);
            faults.Require(found >= 0, $"{path}[{i}].printedName", $"responsibleText在此处没有“{entry.PrintedName}”");
            readTo = found < 0 ? readTo : found + entry.PrintedName.Length;
        }
    }

    private static void CheckCommitments(PlanFileContent file, PlanFaults faults)
    {
        faults.RequireAscending("$.commitments", ".number", file.Commitments, commitment => commitment.Number);
        for (var i = 0; i < file.Commitments.Count; i++)
        {
            var commitment = file.Commitments[i];
            RequireInTask(commitment.TaskNumber, commitment.Phrase, file, $"$.commitments[{i}]", "phrase", faults);
            RequireYear(commitment, commitment.UntilYear, year => $"到{year}年", file, $"$.commitments[{i}].untilYear", faults);
            RequireYear(commitment, commitment.SinceYear, year => $"{year}年起", file, $"$.commitments[{i}].sinceYear", faults);
        }
    }

    /// <summary>A year stands in the task's text as it is said there; not always within the phrase, where one year begins two of them.</summary>
    private static void RequireYear(Commitment commitment, int? year, Func<int, string> said, PlanFileContent file, string path, PlanFaults faults)
    {
        if (year is { } given)
        {
            var text = file.Tasks.FirstOrDefault(task => task.Number == commitment.TaskNumber)?.Text ?? "";
            faults.Require(text.Contains(said(given), StringComparison.Ordinal), path, $"任务{commitment.TaskNumber}的正文没有“{said(given)}”");
        }
    }

    /// <summary>The task must exist and its text must hold the phrase word for word.</summary>
    internal static void RequireInTask(int number, string phrase, PlanFileContent file, string path, string member, PlanFaults faults)
    {
        var task = file.Tasks.FirstOrDefault(candidate => candidate.Number == number);
        faults.Require(task is not null, $"{path}.taskNumber", $"没有任务{number}");
        faults.Require(
            task is null || task.Text.Contains(phrase, StringComparison.Ordinal), $"{path}.{member}", $"任务{number}的正文没有这句话");
    }

    private static IEnumerable<string> NamesOf(Department department) =>
        department.AnnexName is null
            ? [department.Name, .. department.Aliases]
            : [department.Name, department.AnnexName, .. department.Aliases];

    private static void RequireQuoted(string quotation, string? fullText, string path, PlanFaults faults) =>
        faults.Require(fullText is null || fullText.Contains(quotation, StringComparison.Ordinal), path, "与公布的全文不一致");

    internal static bool IsIdentifier(string text, char joiner) =>
        char.IsAsciiLetterLower(text[0]) && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == joiner);
}
