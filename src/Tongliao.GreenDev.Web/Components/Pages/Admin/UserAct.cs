namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What the administrator can do with an account.</summary>
public enum UserAct
{
    /// <summary>Give it another role, unit or department.</summary>
    Office,
    ResetPassword,
    ResetSecondFactor,
    Disable,
    Enable,
}
