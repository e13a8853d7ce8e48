using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Bulletins;

/// <summary>通报: drafted from the numbers, saved, issued once, and issued again after a correction.</summary>
public sealed class BulletinServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string OwnWords = "一、总体情况\n全市达标{全市.达标}，奈曼旗处理率{10.奈曼旗.数值}，判为{10.奈曼旗.判定}。\n整改事项{全市.整改事项}。";

    private BulletinOffice office = null!;

    public async ValueTask InitializeAsync() => office = await BulletinOffice.OpenAsync(postgres);

    public async ValueTask DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task Desk_BeforeAnythingIsSaved_ProposesWordsWhoseKeysAllHaveNumbers()
    {
        foreach (var quarter in new[] { BulletinOffice.Locked, BulletinOffice.Closed, BulletinOffice.Open })
        {
            var desk = await office.DeskAsync(quarter);

            Assert.Null(desk.Saved);
            Assert.Equal(desk.Proposed, desk.Content);
            Assert.Equal("通辽市住房和城乡建设局", desk.Content.Issuer);
            Assert.Empty(desk.Numbers.UnknownIn(desk.Content.Whole));
            Assert.InRange(desk.Content.Text.Length, 1000, BulletinContent.LongestText);
        }
    }

    [Fact]
    public async Task Numbers_AreThoseOfTheDashboard()
    {
        var desk = await office.DeskAsync(BulletinOffice.Closed);
        var matrix = await office.Get<RatingQueries>().MatrixAsync(office.Bureau, BulletinOffice.Closed, FigureBasis.Submitted, CancellationToken.None);

        foreach (var ((indicator, unit), rating) in matrix.Ratings)
        {
            var of = desk.Facts.UnitOrAggregate(unit);
            Assert.Equal(rating.State.Mark() + rating.Words.Cell, desk.Numbers.TextOf(desk.Numbers.KeyOf(indicator, of, "格")));
        }

        Assert.Equal($"{matrix.Progress.ReachedCity}项", desk.Numbers.TextOf("全市.已报数"));
        Assert.Equal($"{matrix.City.Count(rating => rating.State == RagStatus.Red)}项", desk.Numbers.TextOf("全市.滞后"));
    }

    [Fact]
    public async Task Save_GoesOnBehindTheLast_NothingIsLost_WhoeverIsBehindIsRefused()
    {
        var first = await office.SaveAsync(BulletinOffice.Locked, OwnWords);
        var second = await office.SaveAsync(BulletinOffice.Locked, OwnWords + "\n另加一段。");

        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.Equal(second.Content, (await office.DeskAsync(BulletinOffice.Locked)).Content);
        var stale = await RefusalAsync(() => office.Service.SaveAsync(
            office.Colleague, new SaveBulletin(BulletinOffice.Locked, "标题", "各单位", "别的正文", "市住建局", 1), CancellationToken.None));
        Assert.Equal(RefusalCodes.StaleVersion, stale.Code);
        var current = Assert.IsType<CurrentBulletin>(stale.Current);
        Assert.Equal((2, second.Content), (current.Version, current.Content));
        await using var db = await office.Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.Equal([OwnWords, OwnWords + "\n另加一段。"], await db.BulletinVersions.OrderBy(version => version.Number).Select(version => version.Content.Text).ToListAsync());
        Assert.Equal(2, await db.AuditEvents.CountAsync(audit => audit.Kind == AuditKinds.BulletinSaved));
    }

    [Fact]
    public async Task Save_TheSameAgain_IsNoOtherVersion()
    {
        await office.SaveAsync(BulletinOffice.Locked, OwnWords);

        Assert.Equal(1, (await office.SaveAsync(BulletinOffice.Locked, OwnWords)).Number);
    }

    [Theory]
    [InlineData("", "各单位", "正文", "署名", "title")]
    [InlineData("标题", " ", "正文", "署名", "addressees")]
    [InlineData("标题", "各单位", "\n", "署名", "text")]
    [InlineData("标题", "各单位", "正文", null, "issuer")]
    [InlineData("标\n题", "各单位", "正文", "署名", "title")]
    public async Task Save_WithSomethingMissing_IsRefusedAtTheField(string? title, string? addressees, string? text, string? issuer, string field)
    {
        var refusal = await RefusalAsync(() => office.Service.SaveAsync(
            office.Bureau, new SaveBulletin(BulletinOffice.Locked, title, addressees, text, issuer, 0), CancellationToken.None));

        Assert.Equal((RefusalCodes.BulletinInvalid, field), (refusal.Code, Assert.Single(refusal.Errors).Field));
    }

    [Fact]
    public async Task Issue_IsKeptAsItWas_WithTheNumbersAndTheHashOfItsDocument()
    {
        var saved = await office.SaveAsync(BulletinOffice.Locked, OwnWords);
        var numbers = (await office.DeskAsync(BulletinOffice.Locked)).Numbers;

        var edition = await office.IssueAsync(BulletinOffice.Locked, saved.Number);

        Assert.Equal((1, "通住建发〔2026〕3号", 2), (edition.Number, edition.DocumentNumber, edition.Release));
        Assert.Equal(numbers.TextOf("10.奈曼旗.数值"), edition.TextOf("10.奈曼旗.数值"));
        var file = await office.Get<BulletinExportService>().EditionAsync(office.Bureau, BulletinOffice.Locked, null, CancellationToken.None);
        Assert.Equal("通报_2025年二季度_第1次印发.docx", file.FileName);
        Assert.Equal(edition.Hash, SHA256.HashData(file.Content));
        using var document = new ReadDocument(file.Content);
        Assert.Equal(edition.Facts.Select(fact => (fact.Key, fact.Text)).ToHashSet(), document.Links.ToHashSet());
    }

    [Fact]
    public async Task Issue_AfterACorrection_ListsWhatDiffers_AndLeavesTheFirstAsItWas()
    {
        var saved = await office.SaveAsync(BulletinOffice.Locked, OwnWords);
        await office.IssueAsync(BulletinOffice.Locked, saved.Number);
        var first = await office.Get<BulletinExportService>().EditionAsync(office.Bureau, BulletinOffice.Locked, 1, CancellationToken.None);
        Assert.Empty((await office.DeskAsync(BulletinOffice.Locked)).ChangesOf(saved.Content));
        Assert.Equal(RefusalCodes.WrongState, (await RefusalAsync(() => office.IssueAsync(BulletinOffice.Locked, saved.Number))).Code);

        await office.CorrectAsync(BulletinOffice.Locked, 1);

        // The words are the same; their numbers are not.
        var desk = await office.DeskAsync(BulletinOffice.Locked);
        Assert.Equal(saved.Content, desk.Content);
        var change = Assert.Single(desk.ChangesOf(desk.Content), change => change.What == "10.奈曼旗.数值");
        Assert.NotEqual(change.Then, change.Now);
        Assert.Equal("滞后", desk.Numbers.TextOf("10.奈曼旗.判定"));
        var reading = await office.Get<BulletinQueries>().EditionAsync(office.Bureau, BulletinOffice.Locked, 1, CancellationToken.None);
        Assert.Contains(change, reading.Since!);

        var second = await office.IssueAsync(BulletinOffice.Locked, saved.Number, "通住建发〔2026〕4号");

        Assert.Equal((2, 3), (second.Number, second.Release));
        Assert.Equal(first.Content, (await office.Get<BulletinExportService>().EditionAsync(office.Bureau, BulletinOffice.Locked, 1, CancellationToken.None)).Content);
        using var document = new ReadDocument((await office.Get<BulletinExportService>().EditionAsync(office.Bureau, BulletinOffice.Locked, 2, CancellationToken.None)).Content);
        Assert.Empty(document.Faults());
        Assert.Contains(document.Lines, line => line.Contains("通住建发〔2026〕3号", StringComparison.Ordinal) && line.Contains("现予更正", StringComparison.Ordinal));
        Assert.Contains(document.Rows(1), row => row.Skip(1).SequenceEqual([change.What, change.Then, change.Now]));
        Assert.True((await office.Get<BulletinQueries>().EditionAsync(office.Bureau, BulletinOffice.Locked, 1, CancellationToken.None)).IsSuperseded);
    }

    [Fact]
    public async Task Issue_NotReady_IsRefused()
    {
        Assert.Equal("文稿还没有保存，不能印发。请先核对、保存文稿。", (await RefusalAsync(() => office.IssueAsync(BulletinOffice.Closed, 0))).Message);
        var open = await office.SaveAsync(BulletinOffice.Open);
        Assert.Contains("还在填报", (await RefusalAsync(() => office.IssueAsync(BulletinOffice.Open, open.Number))).Message, StringComparison.Ordinal);
        var unknown = await office.SaveAsync(BulletinOffice.Closed, "达标{全市.没有}。");
        var refusal = await RefusalAsync(() => office.IssueAsync(BulletinOffice.Closed, unknown.Number));
        Assert.Contains("{全市.没有}", refusal.Message, StringComparison.Ordinal);
        var saved = await office.SaveAsync(BulletinOffice.Closed, OwnWords);
        Assert.Equal(RefusalCodes.StaleVersion, (await RefusalAsync(() => office.IssueAsync(BulletinOffice.Closed, unknown.Number))).Code);
        Assert.Equal("documentNumber", Assert.Single((await RefusalAsync(() => office.IssueAsync(BulletinOffice.Closed, saved.Number, " "))).Errors).Field);
        Assert.Equal("datedOn", Assert.Single((await RefusalAsync(() => office.IssueAsync(BulletinOffice.Closed, saved.Number, day: new DateOnly(2026, 1, 13)))).Errors).Field);
        await using var db = await office.Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.Equal((0, 0), (await db.BulletinEditions.CountAsync(), await db.BulletinFiles.CountAsync()));
    }

    [Theory]
    [InlineData(UserRole.Clerk)]
    [InlineData(UserRole.CountyReviewer)]
    [InlineData(UserRole.DepartmentReviewer)]
    [InlineData(UserRole.Leader)]
    [InlineData(UserRole.Admin)]
    public async Task Issued_IsReadByEveryOfficeThatReadsValues_WrittenByTheBureauAlone(UserRole role)
    {
        var saved = await office.SaveAsync(BulletinOffice.Locked, OwnWords);
        await office.IssueAsync(BulletinOffice.Locked, saved.Number);
        await office.CorrectAsync(BulletinOffice.Locked, 1);
        var reader = await office.PersonAsync(role, role.IsCounty() ? "150502" : null, role.IsDepartment() ? "shuiwu" : null);
        var queries = office.Get<BulletinQueries>();

        var list = await queries.ListAsync(reader, CancellationToken.None);
        var reading = await queries.EditionAsync(reader, BulletinOffice.Locked, null, CancellationToken.None);

        Assert.Equal([BulletinOffice.Locked], list.Quarters.Select(quarter => quarter.Period.Quarter));
        Assert.Null(list.Quarters[0].Saved);
        Assert.Equal(saved.Content, reading.Edition.Content);

        // What has become of another unit's number since is no county's to see.
        Assert.Equal(role.IsCounty(), reading.Since is null);
        Assert.NotEmpty((await office.Get<BulletinExportService>().EditionAsync(reader, BulletinOffice.Locked, 1, CancellationToken.None)).Content);
        foreach (var refused in new Func<Task>[]
        {
            () => queries.DeskAsync(reader, BulletinOffice.Locked, CancellationToken.None),
            () => office.Get<BulletinExportService>().DraftAsync(reader, BulletinOffice.Locked, CancellationToken.None),
            () => office.Service.SaveAsync(reader, new SaveBulletin(BulletinOffice.Locked, "标题", "各单位", "正文", "署名", 1), CancellationToken.None),
            () => office.Service.IssueAsync(reader, new IssueBulletin(BulletinOffice.Locked, "1号", new DateOnly(2026, 1, 12), 1), CancellationToken.None),
        })
        {
            Assert.Equal(RefusalKind.Forbidden, (await RefusalAsync(refused)).Kind);
        }
    }

    [Fact]
    public async Task Edition_ThatThereIsNot_IsSaidInWords()
    {
        var queries = office.Get<BulletinQueries>();
        Assert.Equal("2025年二季度的通报还没有印发。", (await RefusalAsync(() => queries.EditionAsync(office.Bureau, BulletinOffice.Locked, 1, CancellationToken.None))).Message);
        var saved = await office.SaveAsync(BulletinOffice.Locked);
        await office.IssueAsync(BulletinOffice.Locked, saved.Number);

        Assert.Equal("2025年二季度的通报印发过1次，没有您要的这一次。", (await RefusalAsync(() => office.Get<BulletinExportService>().EditionAsync(office.Bureau, BulletinOffice.Locked, 2, CancellationToken.None))).Message);
        Assert.Equal(RefusalKind.Forbidden, (await RefusalAsync(async () => await queries.ListAsync(await office.PersonAsync(UserRole.Auditor), CancellationToken.None))).Kind);
    }

    [Fact]
    public async Task Reading_TakesAsManyStatementsAsItSays()
    {
        var saved = await office.SaveAsync(BulletinOffice.Locked);
        await office.IssueAsync(BulletinOffice.Locked, saved.Number);
        var clerk = await office.PersonAsync(UserRole.Clerk, BulletinOffice.Naiman);
        var queries = office.Get<BulletinQueries>();
        await queries.DeskAsync(office.Bureau, BulletinOffice.Locked, CancellationToken.None);

        Assert.Equal(9, await office.Statements.DuringAsync(() => queries.DeskAsync(office.Bureau, BulletinOffice.Locked, CancellationToken.None)));
        Assert.Equal(4, await office.Statements.DuringAsync(() => queries.ListAsync(office.Bureau, CancellationToken.None)));
        Assert.Equal(3, await office.Statements.DuringAsync(() => queries.ListAsync(clerk, CancellationToken.None)));
        Assert.Equal(3, await office.Statements.DuringAsync(() => queries.EditionAsync(clerk, BulletinOffice.Locked, 1, CancellationToken.None)));
    }

    private static async Task<RefusalException> RefusalAsync(Func<Task> act) => await Assert.ThrowsAsync<RefusalException>(act);
}
