using System.Xml;

namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>What stands in a worksheet before and after its rows: how it is shown, and how it is printed.</summary>
internal static class SheetFrame
{
    private const double MillimetresPerInch = 25.4;

    public static void Head(XmlWriter xml, SheetSetup setup, bool isFirst)
    {
        xml.WriteStartElement("sheetPr", SheetXml.Main);
        xml.Element("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetViews", SheetXml.Main);
        xml.WriteStartElement("sheetView", SheetXml.Main);
        xml.WriteAttributeString("showGridLines", "0");
        xml.WriteAttributeString("tabSelected", isFirst ? "1" : "0");
        xml.WriteAttributeString("workbookViewId", "0");
        Freeze(xml, setup);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Element("sheetFormatPr", ("defaultRowHeight", "15"));
        Columns(xml, setup);
    }

    public static void Page(XmlWriter xml, SheetSetup setup)
    {
        xml.Element("printOptions", ("horizontalCentered", "1"));
        xml.Element(
            "pageMargins",
            ("left", Inches(setup.Margins.Left)),
            ("right", Inches(setup.Margins.Right)),
            ("top", Inches(setup.Margins.Top)),
            ("bottom", Inches(setup.Margins.Bottom)),
            ("header", "0.3"),
            ("footer", Inches(setup.Margins.Bottom / 2)));
        xml.Element(
            "pageSetup",
            ("paperSize", "9"),
            ("firstPageNumber", "1"),
            ("fitToWidth", "1"),
            ("fitToHeight", setup.FitsOnePage ? "1" : "0"),
            ("orientation", setup.IsLandscape ? "landscape" : "portrait"),
            ("useFirstPageNumber", "1"));
        xml.WriteStartElement("headerFooter", SheetXml.Main);
        xml.WriteElementString("oddFooter", SheetXml.Main, $"&C{setup.Name.Replace("&", "&&", StringComparison.Ordinal)}　第 &P 页");
        xml.WriteEndElement();
    }

    private static void Freeze(XmlWriter xml, SheetSetup setup)
    {
        var (rows, columns) = (setup.HeaderRows.Last, setup.FrozenColumns);
        var first = SheetAddress.At(rows + 1, columns + 1);
        if (columns > 0)
        {
            xml.Element("pane", ("xSplit", SheetXml.Text(columns)), ("ySplit", SheetXml.Text(rows)), ("topLeftCell", first), ("activePane", "bottomRight"), ("state", "frozen"));
        }
        else
        {
            xml.Element("pane", ("ySplit", SheetXml.Text(rows)), ("topLeftCell", first), ("activePane", "bottomLeft"), ("state", "frozen"));
        }
    }

    private static void Columns(XmlWriter xml, SheetSetup setup)
    {
        xml.WriteStartElement("cols", SheetXml.Main);
        for (var column = 1; column <= setup.Widths.Count; column++)
        {
            var number = SheetXml.Text(column);
            xml.Element(
                "col",
                ("min", number),
                ("max", number),
                ("width", SheetXml.Text(setup.Widths[column - 1])),
                ("hidden", column > setup.ShownColumns ? "1" : "0"),
                ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    private static string Inches(double millimetres) => SheetXml.Text(Math.Round(millimetres / MillimetresPerInch, 4));
}
