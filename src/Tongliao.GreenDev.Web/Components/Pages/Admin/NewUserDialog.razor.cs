using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Makes an account.</summary>
public sealed partial class NewUserDialog(UserService service)
{
    private readonly OfficeChoice office = new();
    private string? name;
    private string? displayName;
    private CreatedUser? created;

    [Parameter, EditorRequired]
    public PlanFacts Facts { get; set; } = default!;

    private async Task SendAsync(Caller caller, int? version) =>
        created = await service.CreateAsync(caller, new NewUser(name ?? "", displayName ?? "", office.Read()), CancellationToken.None);

    private string Done() => $"账号 {created?.LoginName ?? name} 已建立。";
}
