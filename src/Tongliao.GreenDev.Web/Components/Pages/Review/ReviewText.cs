namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>A text that a decision asks for.</summary>
public enum ReviewText
{
    /// <summary>退回原因, of one value.</summary>
    ReturnReason,

    /// <summary>代审原因, the same for all values of other departments.</summary>
    ActingReason,
}
