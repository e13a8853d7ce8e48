using MudBlazor;

namespace Tongliao.GreenDev.Web.Components.Theme;

/// <summary>
/// The one theme. Colours mean status only: neutral paper, one deep green for the portal itself, and of each light its sign (Success,
/// Warning, Error), its words (…Darken) and the paper under them (…Lighten). wwwroot/theme.css is made from it.
/// </summary>
public static class PortalTheme
{
    /// <summary>Fonts of the desktops in use; none is fetched from anywhere.</summary>
    private static readonly string[] Fonts = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "system-ui", "sans-serif"];

    public static MudTheme Value { get; } = new()
    {
        PaletteLight = Light(),
        PaletteDark = Dark(),
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "8px",
            DrawerWidthLeft = "212px",
            DrawerMiniWidthLeft = "60px",
            AppbarHeight = "52px",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "14px", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontSize = "14px", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontSize = "13px", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontSize = "14px", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontSize = "12px", LetterSpacing = "normal" },
            H1 = new H1Typography { FontSize = "22px", FontWeight = "700", LetterSpacing = "normal" },
            H2 = new H2Typography { FontSize = "16px", FontWeight = "700", LetterSpacing = "normal" },
            H6 = new H6Typography { FontSize = "16px", FontWeight = "700", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontSize = "13px", LetterSpacing = "normal" },
        },
    };

    private static PaletteLight Light() => new()
    {
        Primary = "#17573f",
        PrimaryContrastText = "#ffffff",
        PrimaryDarken = "#0f4632",
        PrimaryLighten = "#e6f0eb",
        Secondary = "#56635d",
        Tertiary = "#0b57d0",
        Info = "#0b57d0",
        InfoDarken = "#0a4cb5",
        InfoLighten = "#e6eefb",
        Success = "#1a7f4e",
        SuccessDarken = "#146b40",
        SuccessLighten = "#e3f3ea",
        Warning = "#9a5b00",
        WarningDarken = "#8a5200",
        WarningLighten = "#fdf0d5",
        Error = "#b3261e",
        ErrorDarken = "#a2211a",
        ErrorLighten = "#fbe4e2",
        Dark = "#5d6963",
        DarkDarken = "#56635d",
        DarkLighten = "#eef1ef",
        TextPrimary = "#1c2521",
        TextSecondary = "#56635d",
        TextDisabled = "#5d6963",
        ActionDefault = "#56635d",
        ActionDisabled = "#5d6963",
        ActionDisabledBackground = "#eef1ef",
        Background = "#f5f7f5",
        BackgroundGray = "#fafbfa",
        Surface = "#ffffff",
        DrawerBackground = "#ffffff",
        DrawerText = "#56635d",
        DrawerIcon = "#56635d",
        AppbarBackground = "#ffffff",
        AppbarText = "#1c2521",
        LinesDefault = "#dfe5e1",
        LinesInputs = "#7f8f87",
        TableLines = "#dfe5e1",
        TableStriped = "#fafbfa",
        TableHover = "#f1f5f2",
        Divider = "#dfe5e1",
        DividerLight = "#eef1ef",
    };

    private static PaletteDark Dark() => new()
    {
        Primary = "#7fc9a8",
        PrimaryContrastText = "#0b2419",
        PrimaryDarken = "#a2dcc2",
        PrimaryLighten = "#1f3a2f",
        Secondary = "#a9b6af",
        Tertiary = "#8ab4f8",
        Info = "#8ab4f8",
        InfoContrastText = "#0b1a30",
        InfoDarken = "#a8c7fa",
        InfoLighten = "#1b2b47",
        Success = "#63c492",
        SuccessContrastText = "#0b2419",
        SuccessDarken = "#86d9ad",
        SuccessLighten = "#17372a",
        Warning = "#e9b04f",
        WarningContrastText = "#2b1d00",
        WarningDarken = "#f0c274",
        WarningLighten = "#3d2f12",
        Error = "#ff968c",
        ErrorContrastText = "#3a0906",
        ErrorDarken = "#ffb0a8",
        ErrorLighten = "#4a2320",
        Dark = "#a9b6af",
        DarkContrastText = "#121815",
        DarkDarken = "#b7c3bc",
        DarkLighten = "#28322d",
        TextPrimary = "#e6ece8",
        TextSecondary = "#a9b6af",
        TextDisabled = "#a0ada6",
        ActionDefault = "#a9b6af",
        ActionDisabled = "#a0ada6",
        ActionDisabledBackground = "#28322d",
        Background = "#121815",
        BackgroundGray = "#1f2824",
        Surface = "#1a221e",
        DrawerBackground = "#1a221e",
        DrawerText = "#a9b6af",
        DrawerIcon = "#a9b6af",
        AppbarBackground = "#1a221e",
        AppbarText = "#e6ece8",
        LinesDefault = "#323d37",
        LinesInputs = "#74857c",
        TableLines = "#323d37",
        TableStriped = "#1f2824",
        TableHover = "#222c27",
        Divider = "#323d37",
        DividerLight = "#28322d",
    };
}
