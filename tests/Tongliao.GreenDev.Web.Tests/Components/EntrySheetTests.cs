using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Entry;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>The island of the entry page, over the demo data.</summary>
public sealed class EntrySheetTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private readonly TaskCompletionSource<AuthenticationState> signedIn = new();
    private ServiceProvider services = null!;
    private PortalContext portal = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(PostgresFixture.DemoNow));
        portal = new PortalContext(page => page
            .AddSingleton(services.GetRequiredService<ReportQueries>())
            .AddSingleton(services.GetRequiredService<ReviewService>())
            .AddSingleton(services.GetRequiredService<DraftService>())
            .AddSingleton(services.GetRequiredService<ReportImportQueries>())
            .AddSingleton(services.GetRequiredService<EvidenceService>())
            .AddSingleton(services.GetRequiredService<EvidenceQueries>())
            .AddSingleton(services.GetRequiredService<TaskEvidenceService>())
            .AddSingleton(services.GetRequiredService<TaskEvidenceQueries>())
            .AddSingleton(services.GetRequiredService<IOptions<EvidenceOptions>>())
            .AddSingleton(services.GetRequiredService<ReportChanges>())
            .AddSingleton<AuthenticationStateProvider>(new Someone(signedIn.Task)));
        portal.JSInterop.SetupModule("./Components/Pages/Entry/EntrySheet.razor.js").Mode = JSRuntimeMode.Loose;
        portal.JSInterop.SetupModule("./Components/Pages/Entry/EntryPaste.razor.js").Mode = JSRuntimeMode.Loose;
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public void Loading_ReportNotReadYet_SaysSo() =>
        Assert.Equal("正在载入填报表……", Sheet().Find("[role=status].loading").TextContent);

    [Fact]
    public async Task Data_OwnReport_HasARowForEveryIndicatorWithItsFieldsNamed()
    {
        await SignInAsync("naiman-tb");

        var sheet = await ShownAsync(Sheet());

        Assert.Equal(21, sheet.FindAll("article.entry-row").Count);
        Assert.All(sheet.FindAll("article input[data-field]"), field => Assert.NotNull(field.Closest("label")));
        Assert.Equal("全部", sheet.Find("nav a[aria-current=page]").TextContent);
        Assert.Equal("21", sheet.Find("progress").GetAttribute("max"));
    }

    [Fact]
    public async Task Empty_NothingLeftToFill_SaysSoAndWhereTheRestIs()
    {
        await SignInAsync("naiman-tb");

        var sheet = await ShownAsync(Sheet(period: "2025Q2", filter: EntryFilter.Unfilled));

        Assert.Empty(sheet.FindAll("article.entry-row"));
        Assert.Equal($"没有“{EntryFilter.Unfilled.Word()}”的指标点击“全部”查看其余指标。", sheet.Find(".empty").TextContent);
        Assert.Single(sheet.FindAll("[data-all-submitted]"));
        Assert.All(sheet.FindAll("#check, #submit"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public async Task Refusal_AnotherUnitsReport_ShowsTheReasonAndNoSheet()
    {
        await SignInAsync("naiman-tb");

        var sheet = Sheet(unit: "150502");
        await sheet.WaitForAssertionAsync(() => Assert.NotEmpty(sheet.Find("[role=alert]").TextContent), Patience);

        Assert.Empty(sheet.FindAll(".sheet, .loading"));
    }

    [Fact]
    public async Task Check_RowsUnfilled_ListsEachWithAWayToIt()
    {
        await SignInAsync("naiman-tb");
        var sheet = await ShownAsync(Sheet());

        await sheet.Find("#check").ClickAsync();

        await sheet.WaitForAssertionAsync(() => Assert.NotEmpty(sheet.FindAll("#blocks li button[data-go]")), Patience);
        Assert.Matches(@"^还有 \d+ 处需要处理", sheet.Find("#blocks h2").TextContent);
    }

    private static TimeSpan Patience => TimeSpan.FromSeconds(30);

    private IRenderedComponent<EntrySheet> Sheet(string unit = Naiman, string period = "2025Q4", EntryFilter filter = EntryFilter.All) => portal.Render<EntrySheet>(with => with
        .Add(sheet => sheet.UnitCode, unit)
        .Add(sheet => sheet.Period, period)
        .Add(sheet => sheet.Filter, filter));

    private static async Task<IRenderedComponent<EntrySheet>> ShownAsync(IRenderedComponent<EntrySheet> sheet)
    {
        await sheet.WaitForAssertionAsync(() => sheet.Find(".sheet"), Patience);
        return sheet;
    }

    private async Task SignInAsync(string name)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var id = await db.Users.Where(user => user.UserName == name).Select(user => user.Id).SingleAsync();
        signedIn.SetResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id.ToString())], "test"))));
    }

    private sealed class Someone(Task<AuthenticationState> state) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => state;
    }
}
