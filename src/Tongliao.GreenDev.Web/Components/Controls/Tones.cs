namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>The class of a tone, for colours that mean status.</summary>
public static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Urgent => "is-red",
        Tone.Due => "is-amber",
        Tone.Quiet => "is-grey",
        Tone.Well => "is-green",
    };
}
