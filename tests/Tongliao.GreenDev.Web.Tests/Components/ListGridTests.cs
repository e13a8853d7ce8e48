using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Admin;
using Tongliao.GreenDev.Web.Components.Pages.Audit;
using Tongliao.GreenDev.Web.Components.Theme;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>The islands with lists in a grid, over the demo data.</summary>
public sealed class ListGridTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SignIn signIn = new();
    private ServiceProvider services = null!;
    private PortalContext portal = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(PostgresFixture.DemoNow));
        portal = new PortalContext(page => page
            .AddSingleton(services.GetRequiredService<AuditQueries>())
            .AddSingleton(services.GetRequiredService<UserQueries>())
            .AddSingleton(services.GetRequiredService<PlanCatalogue>())
            .AddSingleton(services.GetRequiredService<ReadScopeQueries>())
            .AddSingleton<AuthenticationStateProvider>(signIn)
            .AddMudServices()
            .AddTransient<MudLocalizer, ChineseLocalizer>());
        portal.Render<MudPopoverProvider>();
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public void Loading_NobodyReadYet_SaysSoAndNotThatThereIsNone()
    {
        var (audit, users) = (Audit(new AuditView()), Users(new UserListView()));

        Assert.All([audit.Find(".loading"), users.Find(".loading")], text => Assert.Equal("正在加载……", text.TextContent));
        Assert.Empty(audit.FindAll(".empty"));
        Assert.Empty(users.FindAll(".empty"));
    }

    [Fact]
    public async Task Data_OfTheAudit_IsAPageOfRowsInChineseThatUnfold()
    {
        await SignInAsync("shenji");

        var audit = await ShownAsync(Audit(new AuditView { Kind = AuditKinds.PeriodChanged, Size = 10 }), rows: 10);
        var first = audit.FindAll("button[data-entry]")[0];
        Assert.Equal("false", first.GetAttribute("aria-expanded"));
        Assert.Contains("2025年四季度", RowOf(first), StringComparison.Ordinal);
        await audit.InvokeAsync(() => audit.FindAll("button[data-entry]")[0].Click());

        var opened = audit.FindAll("button[data-entry]")[0];
        Assert.Equal("true", opened.GetAttribute("aria-expanded"));
        Assert.Contains("填报中", audit.Find("#" + opened.GetAttribute("aria-controls")).TextContent, StringComparison.Ordinal);
        Assert.Equal("/audit?kind=period.change&size=10", Address());
    }

    [Fact]
    public async Task State_OfAnAccount_SaysWhetherItHasASecondFactor()
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync())
        {
            await db.Users.Where(user => user.UserName == "kailu-tb").ExecuteUpdateAsync(set => set.SetProperty(user => user.TwoFactorEnabled, true));
        }

        await SignInAsync("admin");

        var users = await ShownAsync(Users(new UserListView { Text = "tb", Size = 10 }), rows: 9);

        var second = users.FindAll("td .badge").Where(badge => badge.TextContent == "动态口令");
        Assert.Contains("kailu-tb", RowOf(Assert.Single(second)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_NothingFits_SaysWhatToDo()
    {
        await SignInAsync("shenji");

        var audit = Audit(new AuditView { Text = "没有这样的内容" });

        await audit.WaitForAssertionAsync(() => Assert.StartsWith("没有符合条件的记录", audit.Find(".empty").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Refusal_NoLongerAllowed_ShowsTheReasonAndNoRows()
    {
        await SignInAsync("lingdao");

        var (audit, users) = (Audit(new AuditView()), Users(new UserListView()));

        await audit.WaitForAssertionAsync(() => Assert.NotEmpty(audit.Find("[role=alert]").TextContent), Patience);
        await users.WaitForAssertionAsync(() => Assert.NotEmpty(users.Find("[role=alert]").TextContent), Patience);
        Assert.Empty(audit.FindAll("button[data-entry], .empty"));
        Assert.Empty(users.FindAll("a[data-user-name], .empty"));
    }

    [Fact]
    public async Task Days_ThatAreNone_AreSaidAndDoNotFilter()
    {
        await SignInAsync("shenji");

        var audit = await ShownAsync(Audit(new AuditView { From = "昨天", Size = 10 }), rows: 10);

        Assert.EndsWith("目前没有按这个日期筛选。", audit.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("昨天", audit.Find("#from").GetAttribute("value"));
        Assert.Equal("true", audit.Find("#from").GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(999)]
    public async Task Page_BeyondTheLast_TurnsBackToTheFirst(int page)
    {
        await SignInAsync("admin");

        var users = await ShownAsync(Users(new UserListView { State = UserState.Active, Text = "tb", Size = 10, Page = page }), rows: 9);

        Assert.DoesNotContain("page=", Address(), StringComparison.Ordinal);
        Assert.Contains("第 1-9 条", users.Find(".mud-table-pagination").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_BeforeTheFirstRows_IsWhatTheRowsAndTheAddressShow()
    {
        var users = Users(new UserListView { Size = 10, Page = 2 });
        users.Find("select[name=role]").Change("clerk");
        users.FindAll("th .sortable-column-header").First(header => header.TextContent.Contains("登录名", StringComparison.Ordinal)).Click();

        await SignInAsync("admin");

        await ShownAsync(users, rows: 9);
        var names = users.FindAll("a[data-user-name]").Select(link => link.GetAttribute("data-user-name")).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal("/admin/users?role=clerk&sort=login&size=10", Address());
    }

    [Fact]
    public async Task Choice_WhileAnotherIsRead_TakesItsPlace()
    {
        await SignInAsync("admin");
        var users = await ShownAsync(Users(new UserListView { Size = 10 }), rows: 10);
        var slow = signIn.Ask();

        users.Find("select[name=role]").Change("leader");
        var answer = signIn.Ask();
        users.Find("select[name=role]").Change("clerk");
        answer.SetResult();
        await ShownAsync(users, rows: 9);
        slow.SetResult();

        await portal.Renderer.Dispatcher.InvokeAsync(() => Task.CompletedTask);
        Assert.Equal(9, users.FindAll("a[data-user-name]").Count);
        Assert.Equal("/admin/users?role=clerk&size=10", Address());
    }

    private static string RowOf(IElement element) => element.Closest("tr")!.TextContent;

    private static async Task<IRenderedComponent<T>> ShownAsync<T>(IRenderedComponent<T> grid, int rows)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        await grid.WaitForAssertionAsync(() => Assert.Equal(rows, grid.FindAll("[data-entry], [data-user-name]").Count), Patience);
        return grid;
    }

    private IRenderedComponent<AuditGrid> Audit(AuditView view) => portal.Render<AuditGrid>(with => with.Add(grid => grid.View, view));

    private IRenderedComponent<UsersGrid> Users(UserListView view) => portal.Render<UsersGrid>(with => with
        .Add(grid => grid.View, view).Add(grid => grid.Units, new Dictionary<string, string>()));

    /// <summary>What the grid last said in the address.</summary>
    private string? Address() => portal.JSInterop.Invocations["greenDevPlan.show"][^1].Arguments[^1] as string;

    private async Task SignInAsync(string name)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        signIn.As(await db.Users.Where(user => user.UserName == name).Select(user => user.Id).SingleAsync());
    }

    /// <summary>Says who is signed in, at once or when a test lets it.</summary>
    private sealed class SignIn : AuthenticationStateProvider
    {
        private readonly TaskCompletionSource<AuthenticationState> person = new();
        private TaskCompletionSource? next;

        public void As(Guid id) =>
            person.SetResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id.ToString())], "test"))));

        /// <summary>The next question waits.</summary>
        public TaskCompletionSource Ask() => next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            var wait = next;
            next = null;
            if (wait is not null)
            {
                await wait.Task;
            }

            return await person.Task;
        }
    }
}
