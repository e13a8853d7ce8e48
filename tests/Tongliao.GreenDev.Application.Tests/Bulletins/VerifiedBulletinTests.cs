using System.IO.Compression;
using System.Text;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Verification;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Bulletins;

/// <summary>A bulletin carries a mark, and is verified by the numbers that it links.</summary>
public sealed class VerifiedBulletinTests(PostgresFixture postgres) : IAsyncLifetime
{
    private BulletinOffice office = null!;
    private byte[] issued = null!;

    public async ValueTask InitializeAsync()
    {
        office = await BulletinOffice.OpenAsync(postgres);
        var saved = await office.SaveAsync(BulletinOffice.Locked);
        await office.IssueAsync(BulletinOffice.Locked, saved.Number);
        issued = (await office.Get<BulletinExportService>().EditionAsync(office.Bureau, BulletinOffice.Locked, 1, CancellationToken.None)).Content;
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Issued_IsCurrent_ForWhoeverMaySeeEveryUnit_AndUntouchedForACounty()
    {
        var draft = (await office.Get<BulletinExportService>().DraftAsync(office.Bureau, BulletinOffice.Locked, CancellationToken.None)).Content;
        foreach (var document in new[] { issued, draft })
        {
            var verdict = await VerifyAsync(office.Bureau, document);
            Assert.True(verdict.Standing == FileStanding.Current, $"{verdict.Sentence} {string.Join(' ', verdict.Comparison!.Altered.Concat(verdict.Comparison.Superseded).Take(9))}");
            Assert.InRange(verdict.Comparison!.Compared, 50, 2000);
            Assert.Equal(ExportedFileKind.Bulletin, verdict.Origin!.Kind);
        }

        var told = await VerifyAsync(await office.PersonAsync(UserRole.Clerk, "150502"), issued);
        Assert.Equal((FileStanding.Current, 0), (told.Standing, told.Comparison!.Compared));
        Assert.True(told.Comparison.PassedOver > 50);
        Assert.Equal(FileStanding.Current, (await office.Get<VerificationQueries>().VerifyAsSystemAsync("通报.docx", issued, CancellationToken.None)).Standing);
    }

    [Fact]
    public async Task AfterACorrection_ItsNumbersAreSuperseded_AndALaterEditionIsTold()
    {
        await office.CorrectAsync(BulletinOffice.Locked, 1);

        var verdict = await VerifyAsync(office.Bureau, issued);

        Assert.Equal(FileStanding.Superseded, verdict.Standing);
        Assert.Empty(verdict.Comparison!.Altered);
        var since = (await office.Get<BulletinQueries>().EditionAsync(office.Bureau, BulletinOffice.Locked, 1, CancellationToken.None)).Since!;
        Assert.Equal(
            since.Select(change => (change.What, change.Now)).Distinct().Order(), verdict.Comparison.Superseded.Select(changed => (changed.Label!, changed.Later)).Distinct().Order());

        var saved = await office.DeskAsync(BulletinOffice.Locked);
        await office.IssueAsync(BulletinOffice.Locked, saved.Saved!.Number, "通住建发〔2026〕4号");
        Assert.Contains((await VerifyAsync(office.Bureau, issued)).Notes, note => note.Contains("通住建发〔2026〕4号", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ANumberTypedOver_IsAltered()
    {
        var verdict = await VerifyAsync(office.Bureau, WithFirstNumber("999项"));

        Assert.Equal(FileStanding.Altered, verdict.Standing);
        Assert.Contains(verdict.Comparison!.Altered, changed => changed.Later.Contains("999项", StringComparison.Ordinal));
    }

    private Task<FileVerdict> VerifyAsync(Caller caller, byte[] content) =>
        office.Get<VerificationQueries>().VerifyAsync(caller, "通报.docx", content, CancellationToken.None);

    private byte[] WithFirstNumber(string text)
    {
        using var stream = new MemoryStream();
        stream.Write(issued);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = archive.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(part.Open()))
            {
                xml = reader.ReadToEnd();
            }

            var control = xml.IndexOf("<w:sdtContent", StringComparison.Ordinal);
            var start = xml.IndexOf('>', xml.IndexOf("<w:t", control, StringComparison.Ordinal)) + 1;
            var end = xml.IndexOf("</w:t>", start, StringComparison.Ordinal);
            part.Delete();
            using var written = archive.CreateEntry("word/document.xml").Open();
            written.Write(Encoding.UTF8.GetBytes(xml[..start] + text + xml[end..]));
        }

        return stream.ToArray();
    }
}
