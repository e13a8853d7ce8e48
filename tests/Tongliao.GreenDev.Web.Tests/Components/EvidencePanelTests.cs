using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>佐证材料 beside a value: empty, with files, refused.</summary>
public sealed class EvidencePanelTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private static readonly ValueKey Key = new(Naiman, new Quarter(2025, 3), 10);

    private ServiceProvider services = null!;
    private Caller clerk = null!;
    private PortalContext portal = null!;

    private EvidenceService Service => services.GetRequiredService<EvidenceService>();

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
        var bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        await services.GetRequiredService<PeriodService>().OpenAsync(bureau, Key.Quarter, new DateOnly(2025, 10, 15), CancellationToken.None);
        portal = new PortalContext(page => page
            .AddSingleton(Service)
            .AddSingleton(services.GetRequiredService<EvidenceQueries>())
            .AddSingleton(services.GetRequiredService<TaskEvidenceService>())
            .AddSingleton(services.GetRequiredService<TaskEvidenceQueries>())
            .AddSingleton(services.GetRequiredService<IOptions<EvidenceOptions>>())
            .AddSingleton<AuthenticationStateProvider>(new SignedIn(clerk.UserId)));
        portal.JSInterop.SetupModule("./Components/Controls/EvidencePanel.razor.js").Mode = JSRuntimeMode.Loose;
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public void Empty_ToBeChanged_OffersAChooserThatSaysWhatIsTaken()
    {
        var panel = Panel(mayChange: true);

        var chooser = panel.Find("input[type=file]");
        Assert.Equal((".pdf,.png,.jpg,.jpeg,.xlsx,.docx,.pptx", "为第10项选择佐证材料"), (chooser.GetAttribute("accept"), chooser.GetAttribute("aria-label")));
        Assert.Contains("每份不超过 10 MB，最多 10 份", panel.Find(".hint").TextContent, StringComparison.Ordinal);
        Assert.Equal(panel.Find(".hint").Id, chooser.GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Empty_ToBeRead_SaysSo()
    {
        var panel = Panel(mayChange: false);

        Assert.Equal("没有佐证材料。", panel.Find(".muted").TextContent);
        Assert.Empty(panel.FindAll("input, button"));
    }

    [Fact]
    public async Task Refresh_AfterAnUpload_ShowsTheFileAndTellsThePage()
    {
        IReadOnlyList<EvidenceFile> told = [];
        var panel = Panel(mayChange: true, files => told = files);
        await AddAsync("现场照片.png", SampleFiles.Png());
        await AddAsync("明细表.xlsx", SampleFiles.Office(Domain.Files.FileKind.Xlsx));

        await panel.Instance.RefreshAsync();

        Assert.Equal(["现场照片.png", "明细表.xlsx"], told.Select(file => file.Name));
        var (picture, table) = (panel.FindAll("li[data-evidence-file]")[0], panel.FindAll("li[data-evidence-file]")[1]);
        Assert.Equal($"/evidence/{told[0].Id}", picture.QuerySelector("img")!.GetAttribute("src"));
        Assert.Equal(("_blank", "noopener"), (picture.QuerySelector(".what a")!.GetAttribute("target"), picture.QuerySelector(".what a")!.GetAttribute("rel")));
        Assert.Contains("PNG图片 · ", picture.TextContent, StringComparison.Ordinal);
        Assert.Contains("张三（奈曼旗 填报员） · 2025-10-09 10:00", picture.TextContent, StringComparison.Ordinal);
        Assert.True(table.QuerySelector(".what a")!.HasAttribute("download"));
        Assert.Null(table.QuerySelector("img"));
    }

    [Fact]
    public async Task Remove_Asked_IsDoneOnlyWhenSaidAgain()
    {
        await AddAsync("a.pdf", SampleFiles.Pdf());
        var panel = Panel(mayChange: true);
        await panel.Instance.RefreshAsync();

        await panel.Find("[data-remove]").ClickAsync(new());
        await panel.Find(".sure button:last-child").ClickAsync(new());
        Assert.Single(panel.FindAll("li[data-evidence-file]"));
        await panel.Find("[data-remove]").ClickAsync(new());
        await panel.Find("[data-remove-sure]").ClickAsync(new());

        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll("li[data-evidence-file]")));
        Assert.NotNull(Assert.Single(await services.GetRequiredService<EvidenceQueries>().OfValueAsync(clerk, Key, CancellationToken.None)).Removal);
    }

    [Fact]
    public async Task Remove_OfWhatIsUnderReviewByThen_IsRefusedAndSaid()
    {
        await services.GetRequiredService<DraftService>().SaveAsync(
            clerk,
            new SaveValue(Key, new Statement { Inputs = new ReportedInputs { Numerator = 98, Denominator = 100 } }, 0, Guid.CreateVersion7()),
            CancellationToken.None);
        await AddAsync("a.pdf", SampleFiles.Pdf());
        var panel = Panel(mayChange: true);
        await panel.Instance.RefreshAsync();
        await services.GetRequiredService<ReviewService>().ApplyAsync(
            clerk, new ApplyStep(Key.Report, ReviewStep.Submit, [Key.IndicatorNumber], null, new Dictionary<int, int> { [Key.IndicatorNumber] = 1 }, Guid.CreateVersion7()), CancellationToken.None);

        await panel.Find("[data-remove]").ClickAsync(new());
        await panel.Find("[data-remove-sure]").ClickAsync(new());

        panel.WaitForAssertion(() => Assert.Contains("佐证材料不能再增减", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Single(panel.FindAll("li[data-evidence-file]"));
    }

    private Task<EvidenceFile> AddAsync(string name, byte[] content) =>
        Service.AddAsync(clerk, new AddEvidence(Key, name, content), CancellationToken.None);

    private IRenderedComponent<EvidencePanel> Panel(bool mayChange, Action<IReadOnlyList<EvidenceFile>>? told = null) =>
        portal.Render<EvidencePanel>(parameters => parameters
            .Add(panel => panel.Key, Key)
            .Add(panel => panel.MayChange, mayChange)
            .Add(panel => panel.FilesChanged, files => told?.Invoke(files)));
}
