using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Switches one's own one-time code (动态口令) on and off.</summary>
public sealed partial class AccountSecondFactor(SecondFactorService factors)
{
    private bool isOn;
    private string? fault;
    private CodeEnrolment? enrolment;

    [Parameter, EditorRequired]
    public bool IsOn { get; set; }

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "second-factor-confirm")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor-off")]
    private string? Password { get; set; }

    private string? FaultId => fault is null ? null : "second-factor-fault";

    protected override async Task OnInitializedAsync()
    {
        isOn = IsOn;

        // The form that was sent has to stand on the page again before it can be handled; otherwise the key is shown once only.
        if (Code is not null)
        {
            enrolment = await factors.PendingAsync(HttpContext.Caller(), HttpContext.RequestAborted);
        }
    }

    private Task BeginAsync() => TryAsync(async () => enrolment = await factors.BeginAsync(HttpContext.Caller(), HttpContext.RequestAborted));

    private Task ConfirmAsync() => TryAsync(async () =>
    {
        await factors.ConfirmAsync(HttpContext.Caller(), Code, HttpContext.RequestAborted);
        (isOn, enrolment) = (true, null);
    });

    private Task DisableAsync() => TryAsync(async () =>
    {
        await factors.DisableAsync(HttpContext.Caller(), Password, HttpContext.RequestAborted);
        isOn = false;
    });

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RefusalException refusal)
        {
            fault = refusal.Message;
        }
    }
}
