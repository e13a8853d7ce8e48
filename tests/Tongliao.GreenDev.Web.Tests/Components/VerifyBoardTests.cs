using Bunit;
using ClosedXML.Excel;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Verification;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>核对文件 on the page: one sentence in colour and shape, what the file is, and the places that are otherwise.</summary>
public sealed class VerifyBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private static readonly Quarter Quarter = new(2025, 3);

    [Fact]
    public async Task Empty_BeforeAFileIsChosen_SaysNothing()
    {
        await using var board = Board();

        Assert.Contains("把文件拖到这里", board.Island.WaitForElement(".drop").TextContent, StringComparison.Ordinal);
        Assert.Empty(board.Island.FindAll("#verdict, [role=alert]"));
    }

    [Fact]
    public async Task JustExported_IsCurrent_AndSaysWhatItIs()
    {
        await using var board = Board();
        await ChooseAsync(board, "附件.xlsx", await ExportAsync());

        var verdict = board.Island.WaitForElement("#verdict");
        Assert.Equal(("● 与现在一致", "is-green"), (verdict.QuerySelector(".badge")!.TextContent.Trim(), verdict.QuerySelector(".badge")!.ClassList[1]));
        Assert.StartsWith("与现在一致：内容没有被改动", verdict.QuerySelector("[data-standing]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["附件表，2025年三季度", "按上报数（含未审核）", "2025-10-09 09:00，李四海（市住建局）"],
            verdict.QuerySelectorAll("dd").Take(3).Select(line => line.TextContent));
        Assert.Empty(board.Island.FindAll("#altered, #superseded"));
    }

    [Fact]
    public async Task ChangedAndOld_IsAltered_WithBothTables_EachLinkedToItsExplanation()
    {
        var content = await ExportAsync();
        await ApprovedValue.MakeAsync(Portal, Bureau, Quarter, 97);
        await using var board = Board();
        await ChooseAsync(board, "改过.xlsx", Edited(content));

        board.Island.WaitForElement("#altered");
        Assert.Equal("■ 内容被改动", board.Island.Find("#verdict .badge").TextContent.Trim());
        Assert.Equal(["监测表!A1", "—", "2025年三季度主要量化指标监测表", "改过的标题"], Row(board, "altered"));
        Assert.Contains(
            ("/explain/150525/2025Q3/10?basis=submitted", "奈曼旗 第10项城镇污水处理率 数值"),
            board.Island.FindAll("#superseded tbody a").Select(link => (link.GetAttribute("href")!, link.TextContent)));
    }

    [Fact]
    public async Task WithoutMark_OrUnreadable_IsSaid_AndAnotherFileIsTakenAfterwards()
    {
        await using var board = Board();
        await ChooseAsync(board, "台账.csv", "a,b"u8.ToArray());
        Assert.StartsWith("只能核对平台导出的表格", board.Island.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);

        await ChooseAsync(board, "台账.xlsx", SampleWorkbooks.Of("""<row r="1"><c r="A1"><v>1</v></c></row>"""));
        Assert.StartsWith("没有本平台的标记", board.Island.WaitForElement("[data-standing=Unknown]").TextContent, StringComparison.Ordinal);
        Assert.Empty(board.Island.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Refusal_Auditor_IsSaid()
    {
        var (auditor, _) = await Portal.UserAsync(UserRole.Auditor);
        await using var board = new AdminIsland<VerifyBoard>(Portal, auditor);

        await ChooseAsync(board, "附件.xlsx", await ExportAsync());

        Assert.NotEmpty(board.Island.WaitForElement("[role=alert]").TextContent);
        Assert.Empty(board.Island.FindAll("#verdict"));
    }

    private AdminIsland<VerifyBoard> Board() => new(Portal, Bureau);

    private async Task<byte[]> ExportAsync() => (await Portal.Services.GetRequiredService<AnnexExportService>()
        .ExportAsync(Bureau, Quarter, FigureBasis.Submitted, CancellationToken.None)).Content;

    private static byte[] Edited(byte[] content)
    {
        using var book = new XLWorkbook(new MemoryStream(content));
        book.Worksheet("监测表").Cell("A1").SetValue("改过的标题");
        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }

    private static IEnumerable<string> Row(AdminIsland<VerifyBoard> board, string table) =>
        board.Island.FindAll($"#{table} tbody tr:first-child > *").Select(cell => cell.TextContent.Trim());

    private static Task ChooseAsync(AdminIsland<VerifyBoard> board, string name, byte[] content)
    {
        board.Island.WaitForElement("#file");
        return Task.Run(() => board.Island.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(content, name)));
    }
}
