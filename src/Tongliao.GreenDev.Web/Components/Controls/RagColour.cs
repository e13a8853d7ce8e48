using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>The one owner of which state has which colour; matrix cells and charts ask here too.</summary>
public static class RagColour
{
    /// <summary>The CSS class of a state: <c>is-green</c>, <c>is-amber</c>, <c>is-red</c>, <c>is-blue</c> for what is accepted (认可偏差), or <c>is-grey</c> for what is no light.</summary>
    public static string Of(RagStatus status) => status switch
    {
        RagStatus.Green => "is-green",
        RagStatus.Amber => "is-amber",
        RagStatus.Red => "is-red",
        RagStatus.Accepted => "is-blue",
        RagStatus.NotReported or RagStatus.NotApplicable or RagStatus.Reference or RagStatus.NoTarget
            or RagStatus.MissingBaseline or RagStatus.NotDue or RagStatus.Incomplete => "is-grey",
    };
}
