using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>The frame of every act: sent once, told of a refusal or of silence, and closed by success alone.</summary>
public sealed class ActDialogTests : IAsyncDisposable
{
    private readonly List<Guid?> sent = [];
    private readonly PortalContext context = new(services =>
    {
        services.AddMudServices();
        services.AddSingleton<AuthenticationStateProvider>(new SignedIn(Guid.CreateVersion7()));
    });

    private Func<Task> answer = () => Task.CompletedTask;

    public ValueTask DisposeAsync() => context.DisposeAsync();

    [Fact]
    public async Task Send_PressedTwiceWhileUnderWay_IsSentOnce()
    {
        var pending = new TaskCompletionSource();
        answer = () => pending.Task;
        var (screen, done) = await OpenAsync();

        var first = screen.Find("form").SubmitAsync();
        await screen.Find("form").SubmitAsync();
        Assert.True(screen.Find("button[type=submit]").HasAttribute("disabled"));
        pending.SetResult();
        await first;

        Assert.Single(sent);
        Assert.Equal("已办理。", await done);
    }

    [Fact]
    public async Task Send_Unanswered_SaysSo_AndIsTheSameActWhenSentAgain()
    {
        answer = () => throw new TimeoutException();
        var (screen, done) = await OpenAsync();
        await screen.Find("form").SubmitAsync();
        Assert.Contains("不能确定是否已经办理", screen.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        answer = () => throw RefusalException.AlreadyDone();
        await screen.Find("form").SubmitAsync();

        Assert.Equal("已办理。", await done);
        Assert.Equal(2, sent.Count);
        Assert.NotNull(sent[0]);
        Assert.Equal(sent[0], sent[1]);
    }

    [Fact]
    public async Task Send_Refused_SaysWhy_AndIsAnotherActWhenSentAgain()
    {
        answer = () => throw RefusalException.Forbidden("只有市住建局可以办理。");
        var (screen, done) = await OpenAsync();
        await screen.Find("form").SubmitAsync();
        Assert.Equal("只有市住建局可以办理。", screen.Find("[role=alert]").TextContent);

        answer = () => Task.CompletedTask;
        await screen.Find("form").SubmitAsync();

        Assert.Equal("已办理。", await done);
        Assert.Equal(2, sent.Distinct().Count());
    }

    [Fact]
    public async Task Leave_Unsent_SaysNothingWasDone()
    {
        var (screen, done) = await OpenAsync();

        await screen.Find("button[type=button]").ClickAsync(new());

        Assert.Null(await done);
        Assert.Empty(sent);
        Assert.Empty(screen.FindAll(".mud-dialog"));
    }

    [Fact]
    public async Task Fault_InADialog_IsSaidInItsPlace_AndThePageLivesOn()
    {
        var screen = context.Render<Providers>();
        var dialogs = context.Services.GetRequiredService<IDialogService>();

        _ = screen.InvokeAsync(() => dialogs.AskAsync(new DialogParameters<Broken>()));

        Assert.StartsWith("这一部分出错", (await screen.WaitForElementAsync("[role=alert]")).TextContent, StringComparison.Ordinal);
        Assert.Empty(screen.FindAll(".mud-dialog"));
    }

    private async Task<(IRenderedComponent<Providers> Screen, Task<string?> Done)> OpenAsync()
    {
        var screen = context.Render<Providers>();
        var dialogs = context.Services.GetRequiredService<IDialogService>();
        var done = screen.InvokeAsync(() => dialogs.AskAsync(new DialogParameters<Probe> { { probe => probe.Send, SendAsync } }));
        await screen.WaitForElementAsync(".mud-dialog form");
        return (screen, done);
    }

    private Task SendAsync(Caller caller, int? version)
    {
        sent.Add(caller.OperationId);
        return answer();
    }

    private sealed class Probe : ComponentBase
    {
        [Parameter]
        public Func<Caller, int?, Task> Send { get; set; } = default!;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<ActDialog>(0);
            builder.AddComponentParameter(1, nameof(ActDialog.Title), "办理");
            builder.AddComponentParameter(2, nameof(ActDialog.Word), "办理");
            builder.AddComponentParameter(3, nameof(ActDialog.Send), Send);
            builder.AddComponentParameter(4, nameof(ActDialog.Done), () => "已办理。");
            builder.CloseComponent();
        }
    }

    private sealed class Broken : ComponentBase
    {
        protected override void OnInitialized() => throw new InvalidOperationException();
    }
}
