using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>新建账号: makes an account and shows its first password once.</summary>
public sealed partial class NewUserPage(ReadScopeQueries scopes, UserService users, NavigationManager navigation, SecretsShownOnce secrets)
    : ActingPage(navigation, secrets)
{
    /// <summary>The act that made an account, after its redirect.</summary>
    [SupplyParameterFromQuery]
    private string? Issued { get; set; }

    private ReadScope Scope { get; set; } = default!;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        Scope = await scopes.ReadAsync(caller, cancellationToken);

    private Task CreateAsync() => IssueAsync(UserAddress.New, async (caller, cancellationToken) =>
    {
        var account = new NewUser(Posted["name"].ToString(), Posted["displayName"].ToString(), UserForm.Office(Posted));
        var created = await users.CreateAsync(caller, account, cancellationToken);
        return new ShownSecret(created.LoginName, created.OneTimePassword);
    });

    private string? Invalid(string field) => FaultOf(field) is null ? null : "true";
}
