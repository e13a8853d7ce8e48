using System.Text.RegularExpressions;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Tasks;

/// <summary>A stretch of a task's text, and the phrase it is where it sets an indicator or a commitment.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Indicator">The indicator set by it.</param>
/// <param name="Commitment">The commitment made by it.</param>
public sealed record TextStretch(string Text, Indicator? Indicator, Commitment? Commitment);

/// <summary>Lays out what a task says and who answers for it.</summary>
public static partial class TaskWords
{
    /// <summary>What one task says once for all that follow; null where none does.</summary>
    public static string? EverybodyImplements(Plan plan) => plan.Tasks
        .Select(task => (task.Number, Said: SaidOnce().Match(task.ResponsibleText)))
        .Where(task => task.Said.Success)
        .Select(task => $"各项任务均需{task.Said.Groups[1].Value}落实（任务{task.Number}原文注明“以下均需……落实，不再列出”）。")
        .FirstOrDefault();

    /// <summary>The departments of a task in the order of the print.</summary>
    public static string Departments(PlanFacts facts, PlanTask task) =>
        string.Join('、', task.Departments.OrderBy(d => d.Order).Select(d => facts.Department(d.DepartmentId).ShortName));

    /// <summary>What a department does for the indicators of a task, for example 牵头指标2；配合指标3、4.</summary>
    public static string RoleOf(Plan plan, PlanTask task, string departmentId)
    {
        var indicators = plan.Indicators.Where(indicator => indicator.TaskNumber == task.Number).ToList();
        var parts = new[]
        {
            ("牵头指标", indicators.Where(indicator => indicator.LeadDepartmentId == departmentId)),
            ("配合指标", indicators.Where(indicator => indicator.CooperatingDepartmentIds.Contains(departmentId))),
        };
        return string.Join('；', parts.Where(part => part.Item2.Any())
            .Select(part => part.Item1 + string.Join('、', part.Item2.Select(indicator => indicator.Number))));
    }

    /// <summary>The task's text, cut where a phrase sets an indicator or a commitment; put together it is the text unchanged.</summary>
    public static IReadOnlyList<TextStretch> Stretches(Plan plan, PlanTask task)
    {
        var marked = plan.Indicators.Where(indicator => indicator.TaskNumber == task.Number)
            .Select(indicator => new TextStretch(indicator.TaskPhrase, indicator, null))
            .Concat(plan.Commitments.Where(commitment => commitment.TaskNumber == task.Number)
                .Select(commitment => new TextStretch(commitment.Phrase, null, commitment)))
            .Select(stretch => (Stretch: stretch, Start: task.Text.IndexOf(stretch.Text, StringComparison.Ordinal)))
            .Where(found => found.Start >= 0)
            .OrderBy(found => found.Start);
        var stretches = new List<TextStretch>();
        var end = 0;
        foreach (var (stretch, start) in marked)
        {
            // Where two phrases overlap the first keeps the mark.
            if (start < end)
            {
                continue;
            }

            stretches.Add(new TextStretch(task.Text[end..start], null, null));
            stretches.Add(stretch);
            end = start + stretch.Text.Length;
        }

        stretches.Add(new TextStretch(task.Text[end..], null, null));
        return stretches;
    }

    [GeneratedRegex("以下均需([^。；]+)落实，不再列出")]
    private static partial Regex SaidOnce();
}
