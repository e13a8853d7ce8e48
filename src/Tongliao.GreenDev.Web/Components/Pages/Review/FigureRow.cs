using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>One number of a value beside what it was a quarter before, and what it was when the value was returned.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Unit">Of the number.</param>
/// <param name="Now">As reported; null for nothing.</param>
/// <param name="Before">A quarter before; null for nothing.</param>
/// <param name="Change">Between the two, for example +12（+6.2%）; empty where they cannot be compared.</param>
/// <param name="Returned">What it was in the version that was returned, where that is something else; null otherwise.</param>
public sealed record FigureRow(string Label, string Unit, string? Now, string? Before, string Change, string? Returned)
{
    /// <summary>Those of a value, in the order of its fields.</summary>
    public static IReadOnlyList<FigureRow> Of(ReportEntry entry, Quarter quarter)
    {
        var before = entry.Case.FigureOf(quarter.Previous)?.Inputs;
        var returned = entry.Trail.Returned?.Statement.Inputs;

        // Counted from the beginning of the year, the first quarter begins anew.
        var isComparable = !entry.Indicator.IsYearToDate || quarter.Number > 1;
        return
        [
            .. from field in entry.Indicator.Inputs
               let now = entry.Statement.Inputs[field.Key]
               select new FigureRow(
                   field.Label,
                   field.Unit,
                   Text(now),
                   Text(before?[field.Key]),
                   isComparable ? ChangeOf(now, before?[field.Key]) : "",
                   returned is null || returned[field.Key] == now ? null : Text(returned[field.Key]) ?? "空"),
        ];
    }

    private static string ChangeOf(decimal? now, decimal? before)
    {
        if (now is not { } number || before is not { } earlier)
        {
            return "";
        }

        var difference = number - earlier;
        if (difference == 0)
        {
            return "持平";
        }

        return earlier == 0 ? Signed(difference) : $"{Signed(difference)}（{Signed(((Rational)difference / earlier * 100).Round(1))}%）";
    }

    private static string Signed(decimal number) => number < 0 ? $"−{NumberText.Display(-number)}" : $"+{NumberText.Display(number)}";

    private static string? Text(decimal? number) => number is null ? null : NumberText.Display(number);
}
