using ClosedXML.Excel;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>The looks of a workbook, each made a style once: setting a property of a style looks the whole style up again.</summary>
internal sealed class LookBook
{
    private readonly Dictionary<CellLook, IXLStyle> styles = [];

    public void Dress(IXLCell cell, CellLook look)
    {
        if (styles.TryGetValue(look, out var style))
        {
            cell.Style = style;
        }
        else
        {
            Set(cell.Style, look);
            styles.Add(look, cell.Style);
        }
    }

    private static void Set(IXLStyle style, CellLook look)
    {
        SetFont(style.Font, look);
        SetAlignment(style.Alignment, look);
        SetBorder(style.Border, look.Edges);
        if (look.Ground is { } ground)
        {
            style.Fill.BackgroundColor = XLColor.FromHtml("#" + ground);
        }

        if (look.Decimals is { } places)
        {
            style.NumberFormat.Format = places == 0 ? "0" : "0." + new string('0', places);
        }
    }

    private static void SetFont(IXLFont font, CellLook look)
    {
        font.FontName = look.Font;
        font.FontSize = look.Size;
        font.Bold = look.IsBold;
        font.FontColor = XLColor.FromHtml("#" + look.Ink);
        // Both let a machine without the font choose a Chinese one.
        font.FontFamilyNumbering = XLFontFamilyNumberingValues.Modern;
        font.FontCharSet = XLFontCharSet.GB2312;
    }

    private static void SetAlignment(IXLAlignment alignment, CellLook look)
    {
        alignment.Horizontal = look.Across;
        alignment.Vertical = look.Along;
        alignment.WrapText = !look.Shrinks && look.Decimals is null;
        alignment.ShrinkToFit = look.Shrinks;
    }

    private static void SetBorder(IXLBorder border, Edges edges)
    {
        border.LeftBorder = Line(edges, Edges.Left);
        border.RightBorder = Line(edges, Edges.Right);
        border.TopBorder = Line(edges, Edges.Top);
        border.BottomBorder = Line(edges, Edges.Bottom);
    }

    private static XLBorderStyleValues Line(Edges edges, Edges edge) =>
        edges.HasFlag(edge) ? XLBorderStyleValues.Thin : XLBorderStyleValues.None;
}
