using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Shows one sentence and a number to quote in place of what failed; the cause stands under that number in the log.</summary>
public sealed class IslandErrorBoundary(ILogger<IslandErrorBoundary> log) : ErrorBoundaryBase
{
    private string number = string.Empty;

    protected override Task OnErrorAsync(Exception exception)
    {
        number = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)[^12..];
        log.LogError(exception, "Interactive part failed, number {FaultNumber}.", number);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenElement(1, "p");
        builder.AddAttribute(2, "class", "notice is-red");
        builder.AddAttribute(3, "role", "alert");
        builder.AddContent(4, $"这一部分出错，已保存的内容不受影响。请刷新页面；若仍出错，请把编号 {number} 告知系统管理员。");
        builder.CloseElement();
    }
}
