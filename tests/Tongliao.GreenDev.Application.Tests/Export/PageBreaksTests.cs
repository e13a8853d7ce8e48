using Tongliao.GreenDev.Application.Export;

namespace Tongliao.GreenDev.Application.Tests.Export;

public sealed class PageBreaksTests
{
    // 757 points between the margins, of which 97 in a hundred are filled: 734.
    private static readonly SheetSetup Portrait = new()
    {
        Name = "表", Widths = [80], IsLandscape = false, HeaderRows = (2, 2), Margins = (15, 15, 15, 15),
    };

    [Fact]
    public void Of_RowsThatFit_IsNone() => Assert.Empty(Of(Portrait, [100, 100, 500]));

    [Fact]
    public void Of_RowsThatDoNotFit_EndsThePageBeforeTheFirstOfThem() => Assert.Equal([3], Of(Portrait, [100, 100, 500, 100]));

    [Fact]
    public void Of_LaterPages_HoldTheHeaderRowsAgain() => Assert.Equal([3, 5], Of(Portrait, [100, 100, 500, 300, 300, 100]));

    [Fact]
    public void Of_RowsThatBelongTogether_StandOnOnePage() => Assert.Equal([3], Of(Portrait, [100, 100, 300, 200, 100], tied: 5));

    [Fact]
    public void Of_ARowHigherThanAPage_StartsNoEmptyPage() => Assert.Equal([3], Of(Portrait, [100, 100, 2000, 100]));

    [Fact]
    public void Of_ASheetWiderThanThePaper_HoldsMoreAsItIsPrintedSmaller() =>
        Assert.Empty(Of(Portrait with { Widths = [160] }, [100, 100, 500, 100]));

    [Fact]
    public void Of_ASheetOnOnePage_IsNone() => Assert.Empty(Of(Portrait with { FitsOnePage = true }, [100, 100, 500, 100]));

    private static IReadOnlyList<int> Of(SheetSetup setup, double[] heights, int? tied = null) =>
        PageBreaks.Of(setup, heights, row => row == tied);
}
