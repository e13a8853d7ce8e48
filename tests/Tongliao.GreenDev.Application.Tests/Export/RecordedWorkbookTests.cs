using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Tests.Export;

/// <summary>
/// Whole workbooks as they were recorded, cell for cell with looks, merges, widths and print set-up. Where a change is meant,
/// the new text lies beside the test's assembly and is copied over the old one in Export/Recorded.
/// </summary>
public sealed class RecordedWorkbookTests
{
    private const string City = "150500";

    // One of the central urban area and one outside it: of the indicators 1, 8, 9 and 14 the city counts only the first.
    [Theory]
    [InlineData("2025Q3", "all")]
    [InlineData("2024Q4", "all")]
    [InlineData("2025Q3", "150525")]
    [InlineData("2024Q4", "150502")]
    public void Write_AQuarterOfAReader_EqualsTheRecordedOneCellForCell(string quarter, string reader)
    {
        var whole = SampleReport.Of(PlanFile.LoadBuiltIn(), Quarter.Parse(quarter), isDemo: quarter == "2025Q3");
        var seen = whole.Ratings.Where(rating => reader == "all" || rating.UnitCode == City || rating.UnitCode == reader);
        using var book = new ReadBook(whole with { Ratings = [.. seen] });

        var actual = BookText.Of(book);

        var name = $"{quarter}-{reader}.txt";
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "actual-" + name), actual);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Export", "Recorded", name)).Split('\n'), actual.Split('\n'));
    }
}
