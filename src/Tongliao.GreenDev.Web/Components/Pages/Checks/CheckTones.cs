using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Checks;

/// <summary>The colour class of how a rule treats what it finds.</summary>
internal static class CheckTones
{
    public static string Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "is-red",
        FindingSeverity.Missing => "is-grey",
        FindingSeverity.Warning => "is-amber",
        FindingSeverity.Hint => "is-grey",
    };
}
