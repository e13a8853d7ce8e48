using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Web.Components.Pages.Search;

/// <summary>Finds what the plan names: every word that was typed has to stand in the name, an alias or the number.</summary>
public static class PlanSearch
{
    public static IReadOnlyList<SearchHit> Find(Plan plan, string? text, UserRole? role)
    {
        var words = TypedText.Sought(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : [.. All(plan, role).Where(each => words.All(word => Has(each.Names, word))).Select(each => each.Hit)];
    }

    private static bool Has(IEnumerable<string?> names, string word) =>
        names.Any(name => name is not null && TypedText.Sought(name).Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(SearchHit Hit, string?[] Names)> All(Plan plan, UserRole? role) =>
    [
        .. plan.Indicators.Select(indicator => (
            new SearchHit("指标", $"/indicators/{indicator.Number}", indicator.Name, $"第{indicator.Number}项，{LeadOf(plan, indicator)}牵头"),
            new string?[] { indicator.Name, indicator.ShortName, $"第{indicator.Number}项", LeadOf(plan, indicator) })),
        .. plan.Tasks.Select(task => (
            new SearchHit("任务", $"/tasks/{task.Number}", task.Title, $"任务{task.Number}"), new string?[] { task.Title, $"任务{task.Number}" })),
        .. plan.Departments.Select(department => (
            new SearchHit("部门", $"/departments/{department.Id}", department.Name, department.Category), (string?[])[department.Name, department.AnnexName, .. department.Aliases])),
        .. plan.Units.Select(unit => (
            new SearchHit("单位", AddressOf(unit, role), unit.Name, unit.Type), new string?[] { unit.Name, unit.ShortName, unit.Code })),
    ];

    private static string LeadOf(Plan plan, Indicator indicator) =>
        plan.Departments.First(department => department.Id == indicator.LeadDepartmentId).ShortName;

    private static string AddressOf(ReportingUnit unit, UserRole? role) =>
        role?.May(Act.ReviewForCity) == true ? $"/review/{unit.Code}" : "/dashboard";
}
