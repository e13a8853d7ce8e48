namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>One thing to do: what, and where it is done.</summary>
/// <param name="Icon">One of MudBlazor's.</param>
/// <param name="Title">What, with how many.</param>
/// <param name="Address">Where.</param>
/// <param name="Action">What one does there, in a few words.</param>
public sealed record TodoItem(string Icon, string Title, string Address, string Action)
{
    public Tone Tone { get; init; } = Tone.Due;

    /// <summary>Whose, since when, why; empty for nothing more to say.</summary>
    public string Detail { get; init; } = "";
}
