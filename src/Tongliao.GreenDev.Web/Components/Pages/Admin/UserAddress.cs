namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Addresses of the pages on users.</summary>
public static class UserAddress
{
    public const string List = "/admin/users";

    /// <summary>The list with the dialog of a new account.</summary>
    public const string New = $"{List}?{Act}={NewAct}";

    internal const string Act = "act";
    internal const string NewAct = "new";

    public static string Of(Guid id) => $"/admin/users/{id}";
}
