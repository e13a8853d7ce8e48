using System.IO.Compression;
using System.Text;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Bulletins;

/// <summary>A 文稿 edited in Word comes back with other numbers and the same words; what is no such document is refused before it costs anything.</summary>
public sealed class EditedDocumentTests(PostgresFixture postgres) : IAsyncLifetime
{
    private BulletinOffice office = null!;

    public async ValueTask InitializeAsync() => office = await BulletinOffice.OpenAsync(postgres);

    public async ValueTask DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task Refresh_AfterACorrection_ChangesTheNumbers_AndNoWord()
    {
        var before = await DraftAsync();
        var edited = With(before, "word/document.xml", xml => xml.Replace("下一步工作", "下一步打算 &amp; 要求", StringComparison.Ordinal));
        await office.CorrectAsync(BulletinOffice.Locked, 1);
        var now = (await office.DeskAsync(BulletinOffice.Locked)).Numbers;

        var refreshed = EditedDocument.Refresh("通报文稿.docx", edited, now.TextOf);

        using var then = new ReadDocument(edited);
        using var after = new ReadDocument(refreshed.Content);
        Assert.Empty(after.Faults());
        Assert.Empty(refreshed.Unknown);
        Assert.All(after.Links, link => Assert.Equal(now.TextOf(link.Tag), link.Text));
        Assert.Equal(then.Links.Zip(after.Links).Count(pair => pair.First != pair.Second), refreshed.Changed);
        Assert.NotEqual(0, refreshed.Changed);
        Assert.Equal(after.Links.Count, refreshed.Linked);
        Assert.Equal(WithoutLinks(then), WithoutLinks(after));
        Assert.Contains(after.Lines, line => line.Contains("下一步打算 & 要求", StringComparison.Ordinal));
        Assert.Equal(Others(edited), Others(refreshed.Content));
    }

    [Fact]
    public async Task Refresh_NumberSplitInPieces_OrOfAnUnknownKey()
    {
        const string Text = """
            <w:p><w:sdt><w:sdtPr><w:tag w:val="甲"/></w:sdtPr><w:sdtContent><w:r><w:t>1</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">2 </w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>之后</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="乙"/></w:sdtPr><w:sdtContent><w:r><w:t>旧</w:t></w:r></w:sdtContent></w:sdt></w:p>
            """;
        var document = With(await DraftAsync(), "word/document.xml", xml => xml.Insert(xml.IndexOf("<w:p>", StringComparison.Ordinal) is > 0 and var at ? at : xml.IndexOf("<w:p ", StringComparison.Ordinal), Text.Trim()));

        var refreshed = EditedDocument.Refresh("文稿.docx", document, key => key == "甲" ? "<3>&项" : null);

        using var after = new ReadDocument(refreshed.Content);
        Assert.Contains("<3>&项之后旧", after.Lines);
        Assert.Contains("乙", refreshed.Unknown);
        Assert.Equal((1, 1), (refreshed.Linked, refreshed.Changed));
    }

    [Fact]
    public async Task Refresh_NoDocument_Broken_OrABomb_IsRefused()
    {
        var draft = await DraftAsync();
        Refused("文稿.pdf", draft, "只能选择 docx");
        Refused("文稿.docx", "x"u8.ToArray(), "");
        Refused("文稿.docx", SampleWorkbooks.Of(""), "与扩展名不符");
        Refused("文稿.docx", new byte[EditedDocument.FileBytes + 1], "超过");
        Refused("文稿.docx", With(draft, "word/document.xml", xml => "<!DOCTYPE w:document [<!ENTITY e \"x\">]>" + xml[xml.IndexOf("<w:document", StringComparison.Ordinal)..]), "DTD");
        Refused("文稿.docx", With(draft, "word/document.xml", xml => xml[..^20]), "损坏");
        Refused("文稿.docx", With(draft, "word/document.xml", xml => xml.Replace("</w:body>", new string(' ', 80 << 20) + "</w:body>", StringComparison.Ordinal)), "展开后过大");
    }

    private static void Refused(string name, byte[] content, string words)
    {
        var refusal = Assert.Throws<RefusalException>(() => EditedDocument.Refresh(name, content, _ => "1"));

        Assert.Equal(RefusalCodes.BulletinInvalid, refusal.Code);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    private async Task<byte[]> DraftAsync() => BulletinPaper.Draft(await office.DeskAsync(BulletinOffice.Locked)).Document;

    private static string WithoutLinks(ReadDocument document) => string.Join('\n', document.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>()
        .Where(text => !text.Ancestors<DocumentFormat.OpenXml.Wordprocessing.SdtRun>().Any()).Select(text => text.Text));

    /// <summary>The parts that have no text of the document.</summary>
    private static Dictionary<string, string> Others(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content));
        return archive.Entries.Where(entry => entry.FullName != "word/document.xml").ToDictionary(entry => entry.FullName, Read);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static byte[] With(byte[] content, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var text = change(Read(archive.GetEntry(part)!));
            archive.GetEntry(part)!.Delete();
            using var written = archive.CreateEntry(part).Open();
            written.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
