using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tongliao.GreenDev.Application.Tests.Notices;

/// <summary>The robot of a group, on loopback: answers as it is told, and keeps what it heard.</summary>
internal sealed class RobotReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private RobotReceiver(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>What was said, and by what query.</summary>
    public ConcurrentQueue<(string Text, IQueryCollection Query)> Heard { get; } = new();

    public int Status { get; set; } = 200;

    public string Answer { get; set; } = """{"errcode":0,"errmsg":"ok"}""";

    public static async Task<RobotReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new RobotReceiver(builder.Build());
        receiver.app.Run(receiver.HearAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HearAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        Assert.Equal("text", body.RootElement.GetProperty("msgtype").GetString());
        Heard.Enqueue((body.RootElement.GetProperty("text").GetProperty("content").GetString()!, context.Request.Query));
        context.Response.StatusCode = Status;
        if (Status == 302)
        {
            context.Response.Headers.Location = Address + "/elsewhere";
        }

        await context.Response.WriteAsync(Answer);
    }
}
