namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Addresses of the pages on users.</summary>
public static class UserAddress
{
    public const string List = "/admin/users";
    public const string New = "/admin/users/new";

    public static string Of(Guid id) => $"/admin/users/{id}";
}
