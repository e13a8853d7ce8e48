using MudBlazor;
using MudBlazor.Utilities;
using Tongliao.GreenDev.Web.Components.Theme;

namespace Tongliao.GreenDev.Web.Tests.Theme;

/// <summary>Every colour that words are written in reads on every colour that they stand on: 4.5:1, WCAG 2.2 clause 1.4.3.</summary>
public sealed class ContrastTests
{
    private const double Least = 4.5;

    public static TheoryData<bool> Looks { get; } = [false, true];

    [Theory]
    [MemberData(nameof(Looks))]
    public void Words_OnWhatTheyStandOn_AreReadable(bool isDark)
    {
        var palette = isDark ? PortalTheme.Value.PaletteDark : PortalTheme.Value.PaletteLight;

        var faint = Pairs(palette).Where(pair => Contrast(pair.Text, pair.Paper) < Least)
            .Select(pair => $"{pair.Name}: {Contrast(pair.Text, pair.Paper):F2}");

        Assert.Empty(faint);
    }

    /// <summary>The edge of a field is no text: 3:1, clause 1.4.11.</summary>
    [Theory]
    [MemberData(nameof(Looks))]
    public void EdgeOfAField_IsSeen(bool isDark)
    {
        var palette = isDark ? PortalTheme.Value.PaletteDark : PortalTheme.Value.PaletteLight;

        Assert.InRange(Contrast(palette.LinesInputs, palette.Surface), 3, 21);
    }

    private static IEnumerable<(string Name, MudColor Text, MudColor Paper)> Pairs(Palette palette)
    {
        MudColor[] plain = [palette.Background, palette.BackgroundGray, palette.Surface, palette.TableHover, palette.DrawerBackground, palette.AppbarBackground];
        MudColor[] lit = [Of(palette.SuccessLighten), Of(palette.WarningLighten), Of(palette.ErrorLighten), Of(palette.DarkLighten), Of(palette.PrimaryLighten)];
        var words = new (string, MudColor, IEnumerable<MudColor>)[]
        {
            ("text", palette.TextPrimary, [.. plain, .. lit]),
            ("quiet text", palette.TextSecondary, [.. plain, .. lit]),
            ("resting text", palette.TextDisabled, [palette.Surface, palette.ActionDisabledBackground]),
            ("link", palette.Primary, [.. plain, .. lit]),
            ("on the brand", palette.PrimaryContrastText, [palette.Primary, Of(palette.PrimaryDarken)]),
            ("green", palette.Success, [.. plain]),
            ("green words", Of(palette.SuccessDarken), [palette.Surface, Of(palette.SuccessLighten)]),
            ("amber", palette.Warning, [.. plain]),
            ("amber words", Of(palette.WarningDarken), [palette.Surface, Of(palette.WarningLighten)]),
            ("red", palette.Error, [.. plain]),
            ("red words", Of(palette.ErrorDarken), [palette.Surface, Of(palette.ErrorLighten)]),
            ("grey", palette.Dark, [.. plain, Of(palette.DarkLighten)]),
            ("on green", palette.SuccessContrastText, [palette.Success]),
            ("on amber", palette.WarningContrastText, [palette.Warning]),
            ("on red", palette.ErrorContrastText, [palette.Error]),
            ("on blue", palette.InfoContrastText, [palette.Info]),
        };
        return words.SelectMany(word => word.Item3.Select(paper => ($"{word.Item1} {word.Item2} on {paper}", word.Item2, paper)));
    }

    private static MudColor Of(string colour) => new(colour);

    private static double Contrast(MudColor one, MudColor other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(MudColor colour) => (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));

    private static double Linear(byte part) => part / 255d is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
