using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Tests.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Review;

/// <summary>A county hears of what was decided on its values, one notice an act.</summary>
public sealed class DecisionNewsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceProvider services = null!;
    private NaimanOffice office = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        office = new NaimanOffice(services);
        await office.StaffAsync();
        await office.FillAllAsync();
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, null, 1, 2, 4, 5, 10);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Return_ByTheCounty_TellsItsClerksOnce_WithRowsAndReason()
    {
        var colleague = await TestPeople.AddAsync(services, UserRole.Clerk, NaimanOffice.Naiman);
        var stranger = await TestPeople.AddAsync(services, UserRole.Clerk, "150523");

        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "分母与台账不一致，请核对。", 1, 2, 4, 10);

        foreach (var clerk in new[] { office.Clerk, colleague })
        {
            var notice = Assert.Single(await NoticesAsync(clerk));
            Assert.Equal((NoticeKind.Returned, "4项被退回：2025年三季度", "/entry?period=2025Q3&show=returned#row-1"), (notice.Kind, notice.Title, notice.Address));
            Assert.Matches("^第1项 .+、第2项 .+、第4项 .+等4项被退回，请修改后重新上报。原因：分母与台账不一致，请核对。$", notice.Text);
        }

        Assert.Empty(await NoticesAsync(stranger));
        Assert.Empty(await NoticesAsync(office.CountyReviewer));
    }

    [Fact]
    public async Task Return_WithALongReason_TellsItsBeginning()
    {
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, $"分母不对。{new string('细', 200)}", 5);

        var text = Assert.Single(await NoticesAsync(office.Clerk)).Text;

        Assert.EndsWith("细……", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 120, 180);
    }

    [Fact]
    public async Task Reopen_Approved_TellsTheClerks()
    {
        await ReachCityAsync(4);
        await office.ApplyAsync(office.Bureau, ReviewStep.Approve, null, 4);
        await office.ApplyAsync(office.Bureau, ReviewStep.Reopen, "台账有遗漏，请更正。", 4);

        Assert.Equal("1项被重新打开：2025年三季度", (await NoticesAsync(office.Clerk))[0].Title);
    }

    [Fact]
    public async Task Approve_ByTheCity_SeveralOrTheLast_TellsTheCountyOncePerAct()
    {
        await ReachCityAsync(1, 4, 5, 10);
        Assert.Empty(await NoticesAsync(office.Clerk));

        await office.ApplyAsync(office.Bureau, ReviewStep.Approve, null, 1, 4);
        await office.ApplyAsync(office.Bureau, ReviewStep.Approve, null, 5);
        Assert.Equal("审核通过2项：2025年三季度", Assert.Single(await NoticesAsync(office.Clerk)).Title);

        await office.ApplyAsync(office.Bureau, ReviewStep.Approve, null, 10);

        foreach (var (person, page) in new[] { (office.Clerk, "/entry?period=2025Q3"), (office.CountyReviewer, "/review/county?period=2025Q3") })
        {
            var notices = await NoticesAsync(person);
            Assert.Equal(["审核通过1项：2025年三季度", "审核通过2项：2025年三季度"], notices.Select(notice => notice.Title));
            Assert.EndsWith("上报到市的数据已全部审核。", notices[0].Text, StringComparison.Ordinal);
            Assert.All(notices, notice => Assert.Equal((NoticeKind.Approved, page), (notice.Kind, notice.Address)));
        }

        Assert.Empty(await NoticesAsync(office.Bureau));
    }

    [Fact]
    public async Task Return_MailAndGroup_AreTold_ApprovalOnlyTheBell()
    {
        await using var portals = await TwoPortals.StartAsync(postgres);
        await using var robot = await RobotReceiver.StartAsync();
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(1);
        portals.UseWeCom(robot.Address);
        await portals.Office.FillAllAsync();
        await portals.Office.ApplyAsync(portals.Office.Clerk, ReviewStep.Submit, null, 4, 5);
        await portals.Office.ApplyAsync(portals.Office.CountyReviewer, ReviewStep.Return, "分母与台账不一致。", 4);

        var messages = await portals.MessagesAsync();
        Assert.Equal([MessageChannel.Mail, MessageChannel.WeCom], messages.Select(message => message.Channel).Order());
        Assert.Contains(messages, message => message.Text == "奈曼旗：2025年三季度有1项数据被退回，请修改后重新上报");

        await portals.Office.ApplyAsync(portals.Office.CountyReviewer, ReviewStep.Approve, null, 5);
        await portals.Office.ApplyAsync(portals.Office.Bureau, ReviewStep.Approve, null, 5);

        Assert.Equal(2, (await portals.MessagesAsync()).Count);
        Assert.Equal(2, (await portals.Office.Get<NoticeQueries>().ListAsync(portals.Office.Clerk, CancellationToken.None)).Count);
    }

    private Task ReachCityAsync(params int[] indicators) => office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve, null, indicators);

    private Task<IReadOnlyList<Notice>> NoticesAsync(Caller person) => services.GetRequiredService<NoticeQueries>().ListAsync(person, CancellationToken.None);
}
