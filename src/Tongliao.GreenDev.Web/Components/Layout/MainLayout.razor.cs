using Microsoft.AspNetCore.Components;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>The frame of every page: bar, menu, notice of demo data, content. Static: the few things that move are shell.js.</summary>
public sealed partial class MainLayout(NavigationManager navigation)
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private ShellChoices Choices => ShellChoices.Of(HttpContext);

    // <base> makes a bare fragment lead to the start page.
    private string Path => "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];
}
