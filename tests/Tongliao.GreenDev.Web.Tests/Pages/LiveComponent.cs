// A renderer of our own is the only way to keep a component alive without a browser.
#pragma warning disable BL0006
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>Keeps a component alive as a circuit does; the text frames are all that tests look at.</summary>
public sealed class LiveComponent<TComponent>(IServiceProvider services) : IAsyncDisposable
    where TComponent : IComponent
{
    private readonly LiveRenderer renderer = new(services);

    public string Text => renderer.Text;

    public Task ShowAsync(ParameterView parameters) => renderer.ShowAsync(parameters);

    public ValueTask DisposeAsync() => renderer.DisposeAsync();

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
            id ??= AssignRootComponentId(InstantiateComponent(typeof(TComponent)));
            return RenderRootComponentAsync(id.Value, parameters);
        });

        protected override void HandleException(Exception exception) => throw new InvalidOperationException("The component failed.", exception);

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch) => Task.CompletedTask;
    }
}

/// <summary>Timers that run out when the test says so.</summary>
public sealed class HeldTime : TimeProvider
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
