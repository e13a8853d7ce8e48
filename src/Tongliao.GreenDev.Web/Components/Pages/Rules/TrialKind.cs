namespace Tongliao.GreenDev.Web.Components.Pages.Rules;

/// <summary>What may be assumed on trial.</summary>
public enum TrialKind
{
    Target,
    Tolerance,
    Curve,
    Scope,
    Reading,
    UnitTarget,
    Baseline,
    Deviation,
    Input,
    Words,
}
