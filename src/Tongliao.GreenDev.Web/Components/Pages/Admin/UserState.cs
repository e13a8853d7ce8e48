namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What the administrator sees of an account at a glance.</summary>
public enum UserState
{
    Active,

    /// <summary>A first or reset password has not been changed yet.</summary>
    FirstPassword,

    /// <summary>Too many wrong passwords; ends by itself.</summary>
    Locked,
    Disabled,
}
