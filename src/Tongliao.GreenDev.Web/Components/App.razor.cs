using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Web.Components.Layout;
using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Components;

/// <summary>The document around every page.</summary>
/// <param name="circuits">When a tab that nobody looks at gives its circuit back.</param>
public partial class App(IOptions<CircuitsOptions> circuits)
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private ShellChoices Choices => ShellChoices.Of(HttpContext);

    // The mirrored input of one person is never offered to the next one at the same desk.
    private string? UserId => HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier);
}
