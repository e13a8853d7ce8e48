using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Shows a one-time password, once, on the page to which its making led.</summary>
public sealed partial class OneTimePasswordNotice(SecretsShownOnce secrets)
{
    private ShownSecret? secret;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The act that made the password, as it stands in the address.</summary>
    [Parameter, EditorRequired]
    public string Issued { get; set; } = "";

    protected override void OnInitialized() =>
        secret = Guid.TryParse(Issued, out var operation) ? secrets.Redeem(HttpContext.Caller(), operation) : null;
}
