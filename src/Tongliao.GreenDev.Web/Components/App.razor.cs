using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Web.Components.Layout;

namespace Tongliao.GreenDev.Web.Components;

/// <summary>The document around every page.</summary>
public partial class App
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private ShellChoices Choices => ShellChoices.Of(HttpContext);

    // The mirrored input of one person is never offered to the next one at the same desk.
    private string? UserId => HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier);
}
