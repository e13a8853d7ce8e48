namespace Tongliao.GreenDev.Web.Components.Pages.Baselines;

/// <summary>What the bureau may do with a filed baseline.</summary>
public enum FilingChoice
{
    Adopt,
    Return,
}
