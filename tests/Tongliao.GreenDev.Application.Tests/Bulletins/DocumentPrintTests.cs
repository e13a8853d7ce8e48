using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Bulletins;

/// <summary>What LibreOffice prints of a bulletin: the same pages, numbers and page numbers that Word shows.</summary>
public sealed class DocumentPrintTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly (double, double) Upright = (595, 842);

    private BulletinOffice office = null!;

    public async ValueTask InitializeAsync() => office = await BulletinOffice.OpenAsync(postgres);

    public async ValueTask DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task Print_OfADraft_HasTheTextUpright_TheAnnexAcross_AndTheNumbersInTheirPlaces()
    {
        var desk = await office.DeskAsync(BulletinOffice.Closed);

        var pages = await SystemOffice.PrintAsync(BulletinPaper.Draft(desk).Document);

        var upright = pages.TakeWhile(page => (Math.Round(page.Width), Math.Round(page.Height)) == Upright).ToList();
        var across = pages.Skip(upright.Count).ToList();
        Assert.InRange(upright.Count, 3, 8);
        Assert.InRange(across.Count, 1, 3);
        Assert.All(across, page => Assert.Equal(Upright, (Math.Round(page.Height), Math.Round(page.Width))));
        for (var number = 1; number <= pages.Count; number++)
        {
            Assert.Contains($"—{number}—", Closed(pages[number - 1].Text), StringComparison.Ordinal);
            Assert.Contains("演示数据", pages[number - 1].Text, StringComparison.Ordinal);
        }

        var text = Closed(string.Concat(upright.Select(page => page.Text)));
        Assert.Contains($"全市达标{desk.Numbers.TextOf("全市.达标")}、预警{desk.Numbers.TextOf("全市.预警")}", text, StringComparison.Ordinal);
        Assert.Contains("附件：2025年三季度主要量化指标情况表", text, StringComparison.Ordinal);
        Assert.Contains(desk.Numbers.TextOf("10.奈曼旗.格")!, string.Concat(across.Select(page => page.Text)), StringComparison.Ordinal);
    }

    /// <summary>Without the lines and the room that printing made.</summary>
    private static string Closed(string text) => text.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
