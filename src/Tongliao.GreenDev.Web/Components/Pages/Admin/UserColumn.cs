namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What the list of users can be sorted by, and nothing else can; as it stands in the address.</summary>
public enum UserColumn
{
    Name,
    Login,
    Role,
    Office,
    SignIn,
}
