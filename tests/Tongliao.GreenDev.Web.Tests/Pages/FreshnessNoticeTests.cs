// A renderer of our own is the only way to keep a component alive without a browser.
#pragma warning disable BL0006
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Tests.Pages;

public sealed class FreshnessNoticeTests : IAsyncDisposable
{
    private static readonly ReportChange Shown = new("150525", new Quarter(2025, 3)) { CountsForRatings = true };

    private readonly ReportChanges changes = new();
    private readonly HeldTime time = new();
    private readonly LiveRenderer renderer;

    public FreshnessNoticeTests() => renderer = new LiveRenderer(
        new ServiceCollection().AddSingleton(changes).AddSingleton<TimeProvider>(time).BuildServiceProvider());

    [Fact]
    public async Task Changed_BurstInTheShownQuarter_IsToldOnceWithItsCount()
    {
        await renderer.ShowAsync(Parameters(1));

        changes.Raise(Shown);
        changes.Raise(Shown);
        changes.Raise(Shown with { UnitCode = "150502" });
        Assert.DoesNotContain("数据已更新", renderer.Text, StringComparison.Ordinal);
        Assert.Equal(1, time.Waits);
        await time.PassAsync();

        Assert.Contains("数据已更新（3 项），点此刷新", renderer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_OtherQuarterOrDraft_IsNotTold()
    {
        await renderer.ShowAsync(Parameters(1));

        changes.Raise(Shown with { Quarter = new Quarter(2025, 2) });
        changes.Raise(Shown with { CountsForRatings = false });

        Assert.Equal(0, time.Waits);
    }

    [Fact]
    public async Task Parameters_PageMadeAnew_TakeTheNoticeAway()
    {
        await renderer.ShowAsync(Parameters(1));
        changes.Raise(Shown);
        await time.PassAsync();

        await renderer.ShowAsync(Parameters(2));

        Assert.DoesNotContain("数据已更新", renderer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_CircuitGone_ListensNoMore()
    {
        await renderer.ShowAsync(Parameters(1));

        await renderer.DisposeAsync();
        changes.Raise(Shown);

        Assert.Equal(0, time.Waits);
    }

    public async ValueTask DisposeAsync() => await renderer.DisposeAsync();

    private static ParameterView Parameters(long renderedAt) => ParameterView.FromDictionary(new Dictionary<string, object?>
    {
        [nameof(FreshnessNotice.Period)] = "2025Q3",
        [nameof(FreshnessNotice.Address)] = "/dashboard?period=2025Q3",
        [nameof(FreshnessNotice.RenderedAt)] = renderedAt,
    });

    /// <summary>Timers that run out when the test says so.</summary>
    private sealed class HeldTime : TimeProvider
    {
        private Func<Task> runOut = () => Task.CompletedTask;

        public int Waits { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            runOut = async () =>
            {
                callback(state);
                await Task.Yield();
            };
            return new HeldTimer(this);
        }

        public Task PassAsync() => runOut();

        private sealed class HeldTimer(HeldTime time) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                time.Waits++;
                return true;
            }

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    /// <summary>Keeps the component alive as a circuit does; the text frames are all the test looks at.</summary>
    private sealed class LiveRenderer(IServiceProvider services) : Renderer(services, NullLoggerFactory.Instance)
    {
        private int? id;

        public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

        public string Text
        {
            get
            {
                var frames = GetCurrentRenderTreeFrames(id!.Value);
                return string.Concat(frames.Array.Take(frames.Count).Select(frame => frame.FrameType switch
                {
                    RenderTreeFrameType.Text => frame.TextContent,
                    RenderTreeFrameType.Markup => frame.MarkupContent,
                    _ => "",
                }));
            }
        }

        public Task ShowAsync(ParameterView parameters) => Dispatcher.InvokeAsync(() =>
        {
            id ??= AssignRootComponentId(InstantiateComponent(typeof(FreshnessNotice)));
            return RenderRootComponentAsync(id.Value, parameters);
        });

        protected override void HandleException(Exception exception) => throw new InvalidOperationException("The notice failed.", exception);

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch) => Task.CompletedTask;
    }
}
