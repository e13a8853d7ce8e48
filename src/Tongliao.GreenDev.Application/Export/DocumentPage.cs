using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>The page of GB/T 9704: A4, 天头37毫米、订口28毫米, a type area of 156 by 225 millimetres with 22 lines. Across, the same page turned.</summary>
internal static class DocumentPage
{
    /// <summary>28.95磅: 22 lines fill the type area.</summary>
    public const string Line = "579";

    /// <summary>Of a run, so that 28 characters of 16磅 fill a line.</summary>
    public const int Spacing = -5;

    private const double LongSide = 297;
    private const double ShortSide = 210;

    private static readonly (double Top, double Bottom, double Left, double Right) Margins = (37, 35, 28, 26);

    /// <summary>What a table may take, in twentieths of a point.</summary>
    public static int WidthOf(bool isWide) => isWide
        ? Twips(LongSide - Margins.Top - Margins.Bottom)
        : Twips(ShortSide - Margins.Left - Margins.Right);

    /// <summary>The end of a section.</summary>
    /// <param name="isWide">Across.</param>
    /// <param name="references">To what stands at the head and foot of its pages.</param>
    public static SectionProperties Section(bool isWide, IEnumerable<OpenXmlElement> references)
    {
        var section = new SectionProperties(references);
        var (long_, short_) = ((uint)Twips(LongSide), (uint)Twips(ShortSide));
        section.Append(
            isWide ? new PageSize { Width = long_, Height = short_, Orient = PageOrientationValues.Landscape } : new PageSize { Width = short_, Height = long_ },
            isWide ? MarginOf(Margins.Left, Margins.Right, Margins.Bottom, Margins.Top) : MarginOf(Margins.Top, Margins.Bottom, Margins.Left, Margins.Right),
            new DocGrid { Type = DocGridValues.Lines, LinePitch = int.Parse(Line, System.Globalization.CultureInfo.InvariantCulture) });
        return section;
    }

    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    /// <summary>The number of the page stands 7 millimetres below the type area.</summary>
    private static PageMargin MarginOf(double top, double bottom, double left, double right) => new()
    {
        Top = Twips(top),
        Bottom = Twips(bottom),
        Left = (uint)Twips(left),
        Right = (uint)Twips(right),
        Header = (uint)Twips(15),
        Footer = (uint)Twips(bottom - 12),
        Gutter = 0U,
    };
}
