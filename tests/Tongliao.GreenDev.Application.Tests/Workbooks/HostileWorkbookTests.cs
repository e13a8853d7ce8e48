using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Workbooks;

/// <summary>Files that are none, broken or made to harm: each is refused, soon, in words that say what to do.</summary>
public sealed class HostileWorkbookTests
{
    private const string Row = """<row r="1"><c r="A1"><v>1</v></c></row>""";

    [Theory]
    [InlineData("总表.xls")]
    [InlineData("总表.csv")]
    [InlineData("总表.et")]
    [InlineData("总表")]
    [InlineData(null)]
    public void AnotherEnding_IsRefused(string? name) => Assert.StartsWith("只能导入 xlsx 表格。请用 Excel 或 WPS 打开原来的文件", Refused(SampleWorkbooks.Of(Row), name), StringComparison.Ordinal);

    [Fact]
    public void OldWorkbook_Renamed_IsRefused() =>
        Assert.StartsWith("文件设了打开密码，或是旧格式改了扩展名", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]), StringComparison.Ordinal);

    [Fact]
    public void Csv_Renamed_IsRefused() => Assert.StartsWith("文件内容不是Excel（xlsx），可能只是改了扩展名", Refused("单位,2024\n科尔沁区,1\n"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void Document_Renamed_IsRefused() =>
        Assert.StartsWith("文件内容不是Excel（xlsx），与扩展名不符", Refused(SampleFiles.Office(Domain.Files.FileKind.Docx)), StringComparison.Ordinal);

    [Fact]
    public void Empty_IsRefused() => Assert.StartsWith("文件是空的", Refused([]), StringComparison.Ordinal);

    [Fact]
    public void Macros_AreRefused()
    {
        var parts = SampleWorkbooks.Parts(Row);
        parts["xl/vbaProject.bin"] = "x";
        Assert.StartsWith("文件带有宏或控件", Refused(SampleWorkbooks.Of(parts)), StringComparison.Ordinal);
    }

    [Fact]
    public void TooManyBytes_AreRefused_Unread() => Assert.StartsWith("文件有5 MB，超过5 MB的上限", Refused(new byte[(5 << 20) + 1]), StringComparison.Ordinal);

    [Theory]
    [InlineData("_rels/.rels", "工作簿")]
    [InlineData("xl/workbook.xml", "工作簿")]
    [InlineData("xl/_rels/workbook.xml.rels", "工作表")]
    [InlineData("xl/sharedStrings.xml", "内容")]
    [InlineData("xl/styles.xml", "内容")]
    [InlineData(SampleWorkbooks.Sheet, "工作表“总表”")]
    public void Part_Missing_IsNamed(string part, string what)
    {
        var parts = SampleWorkbooks.Parts(Row);
        Assert.True(parts.Remove(part));
        Assert.StartsWith($"文件里缺少{what}，可能已损坏。", Refused(SampleWorkbooks.Of(parts)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>9</v></c></row>""", "文件里缺少文字")]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>-1</v></c></row>""", "文件里缺少文字")]
    [InlineData("""<row r="1"><c r="A1"><v>NaN</v></c></row>""", "文件不完整或已损坏")]
    [InlineData("""<row r="1"><c r="A1"><v>1,5</v></c></row>""", "文件不完整或已损坏")]
    [InlineData("""<row r="1"><c r="A1">""", "文件不完整或已损坏")]
    public void Content_Broken_IsRefused(string rows, string words) => Assert.StartsWith(words, Refused(SampleWorkbooks.Of(rows)), StringComparison.Ordinal);

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>", "&b;")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:9/x.dtd\">", "1")]
    public void Dtd_IsRefused_AndNothingIsFollowed(string dtd, string value)
    {
        foreach (var part in new[] { SampleWorkbooks.Sheet, "xl/sharedStrings.xml", "xl/workbook.xml" })
        {
            var parts = SampleWorkbooks.Parts($"""<row r="1"><c r="A1" t="str"><v>{value}</v></c></row>""");
            parts[part] = dtd + parts[part];
            Assert.StartsWith("文件里有表格不应有的内容（DTD 或外部引用）", Refused(SampleWorkbooks.Of(parts)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Truncated_Anywhere_IsRefused()
    {
        var whole = SampleWorkbooks.Of(Row);
        Assert.All(Enumerable.Range(1, 40), part => Assert.NotEmpty(Refused(whole[..(whole.Length * part / 41)])));
    }

    [Fact]
    public void Damaged_AtAnyByte_IsReadOrRefused_NeverFails()
    {
        var whole = SampleWorkbooks.Of("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45351</v></c></row>""", "<si><t>甲</t></si>");
        var random = new Random(20_261_128);
        for (var round = 0; round < 3000; round++)
        {
            var damaged = whole.ToArray();
            for (var hit = 0; hit < 3; hit++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                WorkbookReader.Read("总表.xlsx", damaged);
            }
            catch (RefusalException refused)
            {
                Assert.Equal(RefusalCodes.InvalidWorkbook, refused.Code);
            }
        }
    }

    [Fact]
    public void Bomb_OfOneLetter_IsRefusedSoon()
    {
        var bomb = SampleWorkbooks.Of($"""<row r="1"><c r="A1" t="str"><v>{new string('0', 90 << 20)}</v></c></row>""");
        Assert.True(bomb.Length < 1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.StartsWith("文件展开后过大", Refused(bomb), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100 << 20);
    }

    [Fact]
    public void Bomb_ThatSaysItIsSmall_IsRefused()
    {
        var bomb = SampleWorkbooks.Of($"""<row r="1"><c r="A1" t="str"><v>{new string('0', 8 << 20)}</v></c></row>""");

        // The directory's word on the length of each file, made 100.
        for (var at = bomb.AsSpan().IndexOf("PK\u0001\u0002"u8); at < bomb.Length - 46 && bomb.AsSpan(at).StartsWith("PK\u0001\u0002"u8);)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bomb.AsSpan(at + 24)) > 1 << 20)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(at + 24), 100);
            }

            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(bomb.AsSpan(at + 28)) + BinaryPrimitives.ReadUInt16LittleEndian(bomb.AsSpan(at + 30)) + BinaryPrimitives.ReadUInt16LittleEndian(bomb.AsSpan(at + 32));
        }

        Assert.NotEmpty(Refused(bomb));
    }

    [Fact]
    public void Rows_AsManyAsAWorkbookHas_AreRefused_EmptyOnesAreNot()
    {
        Assert.Equal("工作表“总表”第10000行以后还有内容，读不下。请删去多余的行，另存后再导入。", Refused(SampleWorkbooks.Of("""<row r="1048576"><c r="A1048576"><v>1</v></c></row>""")));

        var empty = new StringBuilder(Row);
        for (var row = 2; row <= 200_000; row++)
        {
            empty.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" s=\"{row % 4}\"/></row>");
        }

        empty.Append("""<row r="1048576"><c r="A1048576" s="1"/></row>""");
        var watch = Stopwatch.StartNew();
        Assert.Equal(1, WorkbookReader.Read("总表.xlsx", SampleWorkbooks.Of(empty.ToString())).Sheets[0].LastRow);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Limits_OfEachThing_AreKept()
    {
        var limits = new WorkbookLimits { Columns = 3, Cells = 4, SharedStrings = 2, MergedRanges = 1, Sheets = 1, Parts = 7 };
        Assert.Contains("第3列以后还有内容", Refused(SampleWorkbooks.Of("""<row r="1"><c r="D1"><v>1</v></c></row>"""), limits: limits), StringComparison.Ordinal);
        Assert.Contains("单元格数超过4", Refused(SampleWorkbooks.Of("<row><c><v>1</v></c></row><row><c><v>1</v></c></row><row><c><v>1</v></c></row><row><c><v>1</v></c></row><row><c><v>1</v></c></row>"), limits: limits), StringComparison.Ordinal);
        Assert.Contains("文字条数超过2", Refused(SampleWorkbooks.Of(Row, "<si/><si><t>1</t></si><si><t>2</t></si>"), limits: limits), StringComparison.Ordinal);
        Assert.Contains("合并单元格数超过1", Refused(SampleWorkbooks.Of(Row, after: """<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>"""), limits: limits), StringComparison.Ordinal);
        var parts = SampleWorkbooks.Parts(Row);
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].Replace("</sheets>", "<sheet name=\"二\" r:id=\"rId1\"/></sheets>", StringComparison.Ordinal);
        Assert.Contains("工作表数超过1", Refused(SampleWorkbooks.Of(parts), limits: limits), StringComparison.Ordinal);
        parts["xl/more.xml"] = "<x/>";
        Assert.Contains("内部文件数超过7", Refused(SampleWorkbooks.Of(parts), limits: limits), StringComparison.Ordinal);
        Assert.Equal("1", WorkbookReader.Read("总表.xlsx", SampleWorkbooks.Of(Row), limits).Sheets[0][1, 1].Text);
    }

    [Fact]
    public void TwoPartsOfOneName_AreRefused()
    {
        var parts = SampleWorkbooks.Parts(Row);
        var twice = SampleFiles.Archive([.. parts.Select(part => (part.Key, part.Value)), (SampleWorkbooks.Sheet.ToUpperInvariant(), parts[SampleWorkbooks.Sheet])]);

        Assert.StartsWith("文件不完整或已损坏", Refused(twice), StringComparison.Ordinal);
    }

    private static string Refused(byte[] content, string? name = "总表.xlsx", WorkbookLimits? limits = null)
    {
        var refused = Assert.Throws<RefusalException>(() => WorkbookReader.Read(name, content, limits));
        Assert.Equal((RefusalKind.Invalid, RefusalCodes.InvalidWorkbook, "file"), (refused.Kind, refused.Code, Assert.Single(refused.Errors).Field));
        return refused.Message;
    }
}
