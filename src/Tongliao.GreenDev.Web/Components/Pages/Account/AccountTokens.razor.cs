using System.Globalization;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Texts;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>One's own bearer tokens: list, make, revoke.</summary>
public sealed partial class AccountTokens(
    TokenService service,
    SecretsShownOnce secrets,
    NavigationManager navigation,
    OfficeClock clock,
    TimeProvider time)
{
    private string? fault;
    private ShownSecret? secret;
    private IReadOnlyList<TokenRow> tokens = [];

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "token-create")]
    private TokenForm? Form { get; set; }

    [SupplyParameterFromForm(FormName = "token-revoke")]
    private string? TokenId { get; set; }

    /// <summary>The act that made a token, after its redirect.</summary>
    [SupplyParameterFromQuery]
    private string? Issued { get; set; }

    private string? Invalid => fault is null || Form is null ? null : "true";

    private string? TypedDays => Form is null ? TokenService.DefaultDays.ToString(CultureInfo.InvariantCulture) : Form.Days;

    private string? FaultId => fault is null ? null : "tokens-fault";

    protected override Task OnInitializedAsync()
    {
        secret = Guid.TryParse(Issued, out var operation) ? secrets.Redeem(HttpContext.Caller(), operation) : null;
        return LoadAsync();
    }

    private async Task LoadAsync() => tokens = await service.ListAsync(HttpContext.Caller(), HttpContext.RequestAborted);

    private bool IsGood(TokenRow token) => token.RevokedAt is null && token.ExpiresAt > time.GetUtcNow();

    private Task CreateAsync() => TryAsync(async () =>
    {
        var caller = HttpContext.Caller() with { OperationId = FormOperation.Of(HttpContext.Request.Form) };
        await secrets.MakeOnceAsync(caller, async () =>
        {
            var created = await service.CreateAsync(caller, Form?.Name, Days(), HttpContext.RequestAborted);
            return new ShownSecret(created.Name, created.Token);
        });
        navigation.NavigateTo($"/account?issued={caller.OperationId}");
    });

    private Task RevokeAsync() => TryAsync(() =>
        service.RevokeAsync(HttpContext.Caller(), Guid.TryParse(TokenId, out var id) ? id : Guid.Empty, HttpContext.RequestAborted));

    /// <summary>Nothing typed is the usual life; what is no number is out of range, so that the service says what is.</summary>
    private int? Days()
    {
        var text = TypedText.Sought(Form?.Days);
        return string.IsNullOrEmpty(text) ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0;
    }

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            await LoadAsync();
        }
        catch (RefusalException refusal)
        {
            fault = refusal.Message;
        }
    }

    /// <summary>What the page sends for a new token.</summary>
    private sealed class TokenForm
    {
        public string? Name { get; set; }

        public string? Days { get; set; }
    }
}
