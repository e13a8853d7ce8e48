using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Verification;

/// <summary>Files that are none, broken or made to harm are answered soon and in words, by a verdict or a refusal.</summary>
public sealed class HostileFileTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private VerifiedOffice office = null!;
    private byte[] exported = null!;

    public async ValueTask InitializeAsync()
    {
        office = await VerifiedOffice.OpenAsync(postgres, treated: 97.31m);
        exported = (await office.ExportAsync(office.Desk.Bureau)).Content;
        await office.VerifyAsync(office.Desk.Bureau, exported);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Theory]
    [InlineData("附件.pdf", "只能核对平台导出的表格（xlsx）和文档（docx）")]
    [InlineData("附件.xls", "只能核对平台导出的表格（xlsx）和文档（docx）")]
    [InlineData(null, "只能核对平台导出的表格（xlsx）和文档（docx）")]
    [InlineData("附件.docx", "文件内容不是Word（docx），与扩展名不符")]
    public async Task AnotherKindOfFile_IsRefused(string? name, string words) => Assert.StartsWith(words, await AnswerAsync(exported, name), StringComparison.Ordinal);

    [Fact]
    public async Task TooLarge_OrEmpty_IsRefused()
    {
        Assert.StartsWith("文件有6 MB，超过5 MB的上限", await AnswerAsync(new byte[6 << 20]), StringComparison.Ordinal);
        Assert.StartsWith("文件是空的", await AnswerAsync([]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bombs_AreRefused()
    {
        var blown = Unfolding(SampleDocuments.Parts(""), SampleDocuments.Main, $"<w:document xmlns:w=\"x\"><w:body>{new string('a', 60 << 20)}</w:body></w:document>");
        Assert.StartsWith("文件不完整、已损坏", await AnswerAsync(blown, "通报.docx"), StringComparison.Ordinal);

        var nested = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 5000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 5000));
        Assert.StartsWith("文件不完整、已损坏", await AnswerAsync(SampleDocuments.Of(nested), "通报.docx"), StringComparison.Ordinal);

        var many = string.Concat(Enumerable.Range(0, 210_000).Select(at => $"<w:sdt><w:sdtPr><w:tag w:val=\"{at}\"/></w:sdtPr></w:sdt>"));
        Assert.StartsWith("文件不完整、已损坏", await AnswerAsync(SampleDocuments.Of(many), "通报.docx"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">")]
    public async Task Dtd_IsRefused_AndNothingIsFollowed(string dtd)
    {
        var parts = SampleDocuments.Parts(SampleDocuments.Sentence("a", "1"));
        parts[SampleDocuments.Main] = dtd + parts[SampleDocuments.Main];
        Assert.StartsWith("文件不完整、已损坏", await AnswerAsync(SampleDocuments.Of(parts), "通报.docx"), StringComparison.Ordinal);

        var property = DocumentParts.With(exported, "docProps/custom.xml", text => text.Replace("<Properties", dtd + "<Properties", StringComparison.Ordinal));
        Assert.StartsWith("文件不完整、已损坏", await AnswerAsync(property), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Property_TwiceOrWithoutEnd_IsNoMark()
    {
        var twice = DocumentParts.With(exported, "docProps/custom.xml", text => text.Replace(
            "</Properties>", $"<property name=\"{MarkProperty.Name}\"><x>A</x></property></Properties>", StringComparison.Ordinal));
        Assert.StartsWith("没有本平台的标记", await AnswerAsync(twice), StringComparison.Ordinal);

        var many = DocumentParts.With(exported, "docProps/custom.xml", text => text.Replace(
            "<property", string.Concat(Enumerable.Repeat("<property name=\"x\"><x>A</x></property>", 100_000)) + "<property", StringComparison.Ordinal));
        Assert.StartsWith("没有本平台的标记", await AnswerAsync(many), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneCellTwice_IsRefused()
    {
        var twice = DocumentParts.With(exported, "xl/worksheets/sheet2.xml", text => text.Replace(
            "</x:sheetData>", "<x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row></x:sheetData>", StringComparison.Ordinal));

        Assert.StartsWith("文件不完整、已损坏", await AnswerAsync(twice), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoHundredMutations_AreAllAnswered()
    {
        var random = new Random(20251128);
        for (var round = 0; round < 200; round++)
        {
            Assert.NotEmpty(await AnswerAsync(Mutated(random, round)));
        }
    }

    private byte[] Mutated(Random random, int round)
    {
        if (round % 2 == 0)
        {
            var bytes = exported.ToArray();
            for (var n = random.Next(1, 30); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            return round % 4 == 0 ? bytes : bytes[..random.Next(1, bytes.Length)];
        }

        string[] parts = ["xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "docProps/custom.xml", "_rels/.rels", "xl/styles.xml"];
        return DocumentParts.With(exported, parts[random.Next(parts.Length)], text =>
        {
            var changed = new StringBuilder(text);
            for (var n = random.Next(1, 10); n > 0; n--)
            {
                changed[random.Next(changed.Length)] = "<>&\"'1A9\u0001="[random.Next(10)];
            }

            return changed.ToString();
        });
    }

    private static byte[] Unfolding(Dictionary<string, string> parts, string part, string text)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, own) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(Encoding.UTF8.GetBytes(name == part ? text : own));
            }
        }

        return stream.ToArray();
    }

    /// <summary>What the person is told, in time and in Chinese.</summary>
    private async Task<string> AnswerAsync(byte[] content, string? name = "附件.xlsx")
    {
        var clock = Stopwatch.StartNew();
        string answer;
        try
        {
            answer = (await office.Get<VerificationQueries>().VerifyAsync(office.Desk.Bureau, name, content, CancellationToken.None)).Sentence;
        }
        catch (RefusalException refused)
        {
            Assert.Equal(RefusalCodes.InvalidFile, refused.Code);
            answer = refused.Message;
        }

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Soon);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", answer);
        return answer;
    }
}
