using Bunit;
using ClosedXML.Excel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Admin;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>总表: typed, pasted, looked through and recorded as one; what is wrong keeps what was typed.</summary>
public sealed class ReferenceBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Naiman = "150525";

    [Fact]
    public async Task Refusal_NotTheBureau_IsSaidInsteadOfTheGrid()
    {
        var (clerk, _) = await Portal.UserAsync();
        await using var board = Board(clerk);

        Assert.NotEmpty(board.Island.WaitForElement("[role=alert]").TextContent);
        Assert.Empty(board.Island.FindAll("#references, .loading"));
    }

    [Fact]
    public async Task Typed_ChangesTheSum_AndIsRecordedWithOneDocument()
    {
        await using var board = Board();
        await TypeAsync(board, 7, "60");
        Assert.Equal(("60", "一致"), (FootOf(board, "sums", 7), FootOf(board, "rest", 7)));
        await TypeAsync(board, 0, "1.5");
        Assert.Equal("核对并保存（2 格）", board.Island.Find("[data-act=Save]").TextContent);

        await board.OpenAsync("#save", "Save");
        await board.SendAsync();
        Assert.Contains("请填写下达分解指标的文件名称或文号", board.FaultOf("document"), StringComparison.Ordinal);
        await board.TypeAsync("document", "通建发〔2024〕5号");
        await board.TickAsync("isConfirmed");
        await board.SendAsync();

        Assert.Equal("总表已保存 2 格。", board.Done);
        Assert.Equal((60m, 1.5m), (await StoredAsync(20, 2024), await StoredAsync(15, null)));
        Assert.Equal("核对并保存", board.Island.Find("[data-act=Save]").TextContent);
    }

    [Fact]
    public async Task Doubtful_IsListed_AndAskedFor()
    {
        await using var board = Board();
        await TypeAsync(board, 7, "60");
        await board.OpenAsync("#save", "Save");
        await board.TypeAsync("document", "通建发〔2024〕5号");
        await board.SendAsync();

        Assert.Equal(["奈曼旗第20项2024年的60不小于全市目标60万平方米"], board.Dialog.QuerySelectorAll("#doubts li").Select(line => line.TextContent));
        Assert.Equal("请核对后勾选。", board.FaultOf("isConfirmed"));
        Assert.Null(await StoredAsync(20, 2024));
    }

    [Fact]
    public async Task NoNumber_IsMarked_AndNothingIsAskedBeforeItIsMended()
    {
        await using var board = Board();
        await TypeAsync(board, 7, "很多");
        await board.Island.Find("[data-act=Save]").ClickAsync(new());

        Assert.Equal("有 1 格不是数，请先改正（已标出）。", board.Island.Find("#said").TextContent);
        Assert.Equal("true", board.Island.Find(Cell(7)).GetAttribute("aria-invalid"));
        Assert.False(board.IsDialogOpen);
    }

    [Fact]
    public async Task Pasted_ABlock_FillsCells_AnUnknownPlaceFillsNothing()
    {
        await using var board = Board();
        board.Island.WaitForElement("#references");
        await board.Island.InvokeAsync(() => board.Island.Instance.PasteAsync(Naiman, 7, "1\t2\r\n3\t4\r\n"));
        Assert.Equal("已填入4格，尚未保存。", board.Island.Find("#said").TextContent);
        Assert.Equal(("4", "6"), (FootOf(board, "sums", 7), FootOf(board, "sums", 8)));

        await board.Island.InvokeAsync(() => board.Island.Instance.PasteAsync("999999", 7, "1\t2\r\n"));
        await board.Island.InvokeAsync(() => board.Island.Instance.PasteAsync(Naiman, 99, "1\t2\r\n"));
        Assert.Equal("核对并保存（4 格）", board.Island.Find("[data-act=Save]").TextContent);
    }

    [Fact]
    public async Task Imported_AWorkbook_IsFilledInWithWhatStoodThere_AndTakenBack()
    {
        await using var board = Board();
        await TypeAsync(board, 8, "3");
        await UploadAsync(board, "总表.xlsx", await FilledAsync(("20.2024", "6"), ("20.2025", "7"), ("1.2025", "98")));

        board.Island.WaitForElement("#imported");
        Assert.Contains("3 格与系统不同，已填入表中", board.Island.Find("#imported").TextContent, StringComparison.Ordinal);
        Assert.Equal(("6", "原 空"), (board.Island.Find("input[aria-label^='奈曼旗 第20项 2024年目标']").GetAttribute("value"), board.Island.Find("td:has(> input[aria-label^='奈曼旗 第20项 2024年目标']) .before").TextContent));
        Assert.NotEmpty(board.Island.FindAll("#import-doubts li"));
        Assert.Null(await StoredAsync(20, 2024));

        await board.Island.InvokeAsync(() => board.Island.Find("[data-act=Undo]").ClickAsync(new()));
        Assert.Equal("3", board.Island.Find("input[aria-label^='奈曼旗 第20项 2025年目标']").GetAttribute("value"));
        Assert.Equal("核对并保存（1 格）", board.Island.Find("[data-act=Save]").TextContent);
    }

    [Fact]
    public async Task Imported_WhatIsNoTemplate_IsRefused_AndNothingIsFilledIn()
    {
        await using var board = Board();
        await UploadAsync(board, "总表.csv", "a,b"u8.ToArray());

        Assert.StartsWith("只能导入 xlsx 表格", board.Island.WaitForElement("#said").TextContent, StringComparison.Ordinal);
        Assert.Equal("核对并保存", board.Island.Find("[data-act=Save]").TextContent);
    }

    [Fact]
    public async Task ChangedByAColleagueMeanwhile_IsTold_AndWhatWasTypedStays()
    {
        await using var board = Board();
        await TypeAsync(board, 7, "6");
        await Portal.Services.GetRequiredService<TargetService>().SetTargetAsync(
            Bureau, new SetUnitTarget(Naiman, 20, 2024, 5, "通建发〔2024〕1号", new DateOnly(2024, 1, 1)), CancellationToken.None);
        await board.OpenAsync("#save", "Save");
        await board.TypeAsync("document", "通建发〔2024〕5号");
        await board.TickAsync("isConfirmed");
        await board.SendAsync();

        Assert.Contains("奈曼旗第20项2024年分解指标在您打开之后已被修改", board.Refusal, StringComparison.Ordinal);
        Assert.Equal("6", board.Island.Find(Cell(7)).GetAttribute("value"));
        Assert.Equal(5, await StoredAsync(20, 2024));
    }

    private async Task<byte[]> FilledAsync(params (string Column, string Text)[] cells)
    {
        using var book = new XLWorkbook(new MemoryStream((await Portal.Services.GetRequiredService<ReferenceExportService>().ExportAsync(Bureau, all: true, CancellationToken.None)).Content));
        var sheet = book.Worksheet(1);
        foreach (var (column, text) in cells)
        {
            sheet.Cell(
                sheet.CellsUsed(cell => cell.GetString() == Naiman).Single().Address.RowNumber,
                sheet.CellsUsed(cell => cell.GetString() == column).Single().Address.ColumnNumber).Value = text;
        }

        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }

    private static Task UploadAsync(AdminIsland<ReferenceBoard> board, string name, byte[] content)
    {
        board.Island.WaitForElement("#import");
        return Task.Run(() => board.Island.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(content, name)));
    }

    private static string Cell(int column) => $"input[data-unit='{Naiman}'][data-column='{column}']";

    private static async Task TypeAsync(AdminIsland<ReferenceBoard> board, int column, string text)
    {
        board.Island.WaitForElement(Cell(column));
        await board.Island.InvokeAsync(() => board.Island.Find(Cell(column)).ChangeAsync(new ChangeEventArgs { Value = text }));
    }

    private static string FootOf(AdminIsland<ReferenceBoard> board, string row, int column) => board.Island.FindAll($"#{row} td")[column].TextContent;

    private AdminIsland<ReferenceBoard> Board(Caller? caller = null) => new(Portal, caller ?? Bureau, with => with.Add(board => board.All, false));

    private async Task<decimal?> StoredAsync(int indicator, int? year)
    {
        var (sheet, _) = await Portal.Services.GetRequiredService<ReferenceSheetQueries>().SheetAsync(Bureau, CancellationToken.None);
        return sheet[new ReferenceKey(Naiman, indicator, year)].Value;
    }
}
