using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>The one owner of which state has which colour; matrix cells and charts ask here too.</summary>
public static class RagColour
{
    /// <summary>The CSS class of a state: <c>green</c>, <c>amber</c>, <c>red</c>, or <c>grey</c> for what is no light.</summary>
    public static string Of(RagStatus status) => status switch
    {
        RagStatus.Green => "green",
        RagStatus.Amber => "amber",
        RagStatus.Red => "red",
        RagStatus.NotReported or RagStatus.NotApplicable or RagStatus.Reference or RagStatus.NoTarget
            or RagStatus.MissingBaseline or RagStatus.NotDue or RagStatus.Incomplete => "grey",
    };
}
