using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Verification;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Verification;

/// <summary>A marked document (docx) is verified by its content controls, as a workbook by its cells.</summary>
public sealed class VerifiedDocumentTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Value = "n1";
    private const string Words = "n2";

    private VerifiedOffice office = null!;
    private byte[] document = null!;

    public async ValueTask InitializeAsync()
    {
        office = await VerifiedOffice.OpenAsync(postgres, treated: 97.31m);
        document = await office.SealAsync(
            SampleDocuments.Of(SampleDocuments.Sentence(Value, "97.31") + SampleDocuments.Paragraph(Words, "全市进展总体平稳。")),
            new MarkedFact(Value, new FactKey(NaimanOffice.Report.Of(VerifiedOffice.Treated), FactWhat.Value).ToString(), "97.31"),
            new MarkedFact(Words, "", "全市进展总体平稳。"));
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Document_IsCurrent_ThenSuperseded()
    {
        var verdict = await VerifyAsync(document);
        Assert.Equal((FileStanding.Current, 2, 1), (verdict.Standing, verdict.Comparison!.Marked, verdict.Comparison.Compared));

        await office.CorrectAsync(98.17m);

        Assert.Equal([(Value, "97.31", "98.17")], (await VerifyAsync(document)).Comparison!.Superseded.Select(changed => (changed.Place, changed.Earlier!, changed.Later)));
    }

    // Numbers alone: LibreOffice 7 says a control of Chinese words three times over, and that is then what stands in the document.
    [Fact]
    public async Task NumbersSavedByLibreOffice_AreVerifiedAsBefore()
    {
        var numbers = await office.SealAsync(
            SampleDocuments.Of(SampleDocuments.Sentence(Value, "97.31") + SampleDocuments.Sentence(Words, "12.5%")),
            new MarkedFact(Value, new FactKey(NaimanOffice.Report.Of(VerifiedOffice.Treated), FactWhat.Value).ToString(), "97.31"),
            new MarkedFact(Words, "", "12.5%"));
        var saved = await SystemOffice.SaveAgainAsync(numbers, "docx");
        Assert.Equal((FileStanding.Current, 0), ((await VerifyAsync(saved)).Standing, (await VerifyAsync(saved)).Comparison!.Altered.Count));

        await office.CorrectAsync(98.17m);

        Assert.Equal([Value], (await VerifyAsync(saved)).Comparison!.Superseded.Select(changed => changed.Place));
    }

    [Theory]
    [InlineData("97.31", "97.41", Value)]
    [InlineData("总体平稳", "总体良好", Words)]
    public async Task Document_WithOtherWords_IsAlteredThere(string from, string to, string place)
    {
        var verdict = await VerifyAsync(DocumentParts.With(document, SampleDocuments.Main, text => text.Replace(from, to, StringComparison.Ordinal)));

        Assert.Equal((FileStanding.Altered, place), (verdict.Standing, Assert.Single(verdict.Comparison!.Altered).Place));
    }

    [Fact]
    public async Task Document_WithOneTagTwice_SaysWhatBothSay()
    {
        var twice = DocumentParts.With(document, SampleDocuments.Main, text => text.Replace("<w:body>", "<w:body>" + SampleDocuments.Sentence(Value, "99"), StringComparison.Ordinal));

        Assert.Equal("99 / 97.31", Assert.Single((await VerifyAsync(twice)).Comparison!.Altered).Later);
    }

    private Task<FileVerdict> VerifyAsync(byte[] content) => office.VerifyAsync(office.Desk.Bureau, content, "通报.docx");
}
