using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>通知方式 on the screen: nothing until the portal has a server, then an address by its code, and what comes there.</summary>
public sealed class AccountNoticesTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Section = "section";

    [Fact]
    public async Task NoServer_SaysSo_AndOffersNothing()
    {
        var (clerk, _) = await Portal.UserAsync();
        await using var island = new AdminIsland<AccountNotices>(Portal, clerk);

        Assert.Contains("还没有设置邮件服务器", island.Island.WaitForElement("#mail-off").TextContent, StringComparison.Ordinal);
        Assert.Empty(island.Island.FindAll("[data-act]"));
    }

    [Fact]
    public async Task Register_ByTheCode_ThenChoose_ThenWithdraw()
    {
        UseMail();
        var (clerk, _) = await Portal.UserAsync();
        await using var island = new AdminIsland<AccountNotices>(Portal, clerk);

        await island.OpenAsync(Section, "Mail");
        await island.TypeAsync("mail", "zhangsan@example");
        await island.SendAsync();
        Assert.Contains("完整的邮箱地址", island.FaultOf("mail"), StringComparison.Ordinal);
        await island.TypeAsync("mail", "zhangsan@example.gov.cn");
        await island.SendTwiceAsync();
        Assert.Equal("验证码已发往 zhangsan@example.gov.cn，请查收后填写。", island.Done);
        Assert.Contains("未登记，不发邮件", island.Island.Markup, StringComparison.Ordinal);

        await island.OpenAsync(Section, "Confirm");
        var code = await CodeAsync();
        await island.TypeAsync("code", code == "000000" ? "000001" : "000000");
        await island.SendAsync();
        Assert.Contains("验证码不对", island.FaultOf("code"), StringComparison.Ordinal);
        await island.TypeAsync("code", code);
        await island.SendAsync();
        Assert.Equal("今后的通知会同时发到 zhangsan@example.gov.cn。", island.Done);
        
        // 催报, 延期, 退回, 审核通过 (not unless it is chosen), 整改事项 and 基数申报.
        Assert.Equal(["发送", "发送", "发送", "不发", "发送", "发送"], Mailed(island));

        await island.OpenAsync(Section, "Kinds");
        await island.Field("kind-Extension").ChangeAsync(new() { Value = false });
        await island.SendAsync();
        Assert.Equal("选择已保存。", island.Done);
        Assert.Equal(["发送", "不发", "发送", "不发", "发送", "发送"], Mailed(island));

        await island.OpenAsync(Section, "Withdraw");
        await island.SendAsync();
        Assert.Equal("已删去邮箱，今后不发邮件。", island.Done);
        Assert.Contains("未登记，不发邮件", island.Island.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeThatWasNotSent_SaysWhy()
    {
        UseMail();
        var (clerk, _) = await Portal.UserAsync();
        await Portal.Services.GetRequiredService<MailChoiceService>().AskAsync(clerk, "zhangsan@example.gov.cn", CancellationToken.None);
        while (!await FailAsync("收件邮箱不存在或拒收（550）"))
        {
        }

        await using var island = new AdminIsland<AccountNotices>(Portal, clerk);

        Assert.Contains("验证码没有发出：收件邮箱不存在或拒收（550）", island.Island.WaitForElement("dl").TextContent, StringComparison.Ordinal);
        Assert.Equal("重新登记", Assert.Single(island.Island.FindAll("[data-act]")).TextContent);
    }

    [Theory]
    [InlineData(UserRole.Leader, 0)]
    [InlineData(UserRole.Admin, 1)]
    public async Task RoleThatIsToldNothing_RegistersOnlyWhereItHasAUse(UserRole role, int buttons)
    {
        UseMail();
        var (caller, _) = await Portal.UserAsync(role);
        await using var island = new AdminIsland<AccountNotices>(Portal, caller);

        island.Island.WaitForElement("dl");
        Assert.Equal(buttons, island.Island.FindAll("[data-act]").Count);
    }

    private static IEnumerable<string> Mailed(AdminIsland<AccountNotices> island) =>
        island.Island.FindAll("#notice-kinds tbody td:last-child").Select(cell => cell.TextContent);

    private void UseMail()
    {
        var options = Portal.Services.GetRequiredService<IOptions<MailOptions>>().Value;
        (options.Host, options.From) = ("mail.example.gov.cn", "tongzhi@example.gov.cn");
    }

    /// <summary>False where the portal itself, which knows no such server, has tried to send it meanwhile.</summary>
    private async Task<bool> FailAsync(string fault)
    {
        await using var db = await ContextAsync();
        (await db.Messages.SingleAsync()).Failed(fault, isForGood: true, Portal.Time.GetUtcNow());
        try
        {
            return await db.SaveChangesAsync() == 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private async Task<string> CodeAsync()
    {
        await using var db = await ContextAsync();
        return (await db.MailChoices.SingleAsync()).Code!;
    }

    private Task<GreenDevDbContext> ContextAsync() => Portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
