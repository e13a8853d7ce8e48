using Microsoft.AspNetCore.Components;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>The frame of every page: menu, notice of demo data, content.</summary>
public sealed partial class MainLayout(NavigationManager navigation)
{
    // <base> makes a bare fragment lead to the start page.
    private string Path => "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];
}
