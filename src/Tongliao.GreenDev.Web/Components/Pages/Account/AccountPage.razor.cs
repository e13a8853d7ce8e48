using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>我的账号: who one is here, one-time code and bearer tokens.</summary>
public sealed partial class AccountPage(UserQueries users, OfficeClock clock)
{
    private UserRow? account;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    protected override async Task OnInitializedAsync() =>
        account = await users.OwnAsync(HttpContext.Caller(), HttpContext.RequestAborted);

    private string When(DateTimeOffset? instant) => instant is { } known ? clock.Minute(known) : "–";
}
