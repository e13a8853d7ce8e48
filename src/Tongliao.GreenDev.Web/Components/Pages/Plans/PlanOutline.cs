using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>Finds the headings in the published text. The annex is left out: it is shown as the table it is.</summary>
public static partial class PlanOutline
{
    private const int DateIndent = 10;
    private const int NoticeHeadLines = 3;

    /// <summary>The lines before the annex, in order.</summary>
    public static IReadOnlyList<PlanLine> Of(string fullText, string title)
    {
        var lines = new List<PlanLine>();
        foreach (var line in fullText.Split('\n'))
        {
            var text = line.Trim();
            if (text == "附件")
            {
                break;
            }

            if (text.Length > 0)
            {
                lines.Add(line.Length - line.TrimStart().Length >= DateIndent
                    ? new PlanLine(PlanLineKind.Date, text, null, 0)
                    : Line(text, title, lines.Count));
            }
        }

        return lines;
    }

    private static PlanLine Line(string text, string title, int index)
    {
        if (text == title || index < NoticeHeadLines)
        {
            return new PlanLine(PlanLineKind.Title, text, text == title ? "plan" : null, 0);
        }

        if (TaskStart().Match(text) is { Success: true } task)
        {
            var number = int.Parse(task.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            return new PlanLine(PlanLineKind.Task, text, $"task-{number}", number);
        }

        return Chapter().IsMatch(text) ? new PlanLine(PlanLineKind.Chapter, text, $"h{index}", 0)
            : Section().IsMatch(text) ? new PlanLine(PlanLineKind.Section, text, $"h{index}", 0)
            : new PlanLine(PlanLineKind.Paragraph, text, null, 0);
    }

    [GeneratedRegex(@"^([0-9]{1,2})\.\s")]
    private static partial Regex TaskStart();

    [GeneratedRegex("^[一二三四五六七八九十]+、.{1,20}$")]
    private static partial Regex Chapter();

    [GeneratedRegex("^（[一二三四五六七八九十]+）.{1,30}$")]
    private static partial Regex Section();
}
