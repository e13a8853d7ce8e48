using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>One account, and what the administrator can do with it.</summary>
public sealed partial class UserPage(UserQueries users, NavigationManager navigation) : ReadingPage(navigation)
{
    [Parameter]
    public Guid Id { get; set; }

    private string Name { get; set; } = "";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        Name = (await users.ListAsync(caller, cancellationToken)).FirstOrDefault(user => user.Id == Id)?.DisplayName
            ?? throw RefusalException.NotFound("没有这个账号，请刷新用户列表。");
}
