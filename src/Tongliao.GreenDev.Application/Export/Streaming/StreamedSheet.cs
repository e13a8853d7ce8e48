using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>One sheet of a <see cref="StreamedBook"/>, written forward.</summary>
internal sealed class StreamedSheet
{
    private readonly WorksheetPart part;
    private readonly StreamedStyles styles;
    private readonly XmlWriter xml;
    private readonly List<string> merged = [];
    private readonly List<string> states = [];
    private readonly List<(string At, string Target)> links = [];
    private readonly List<MarkedFact> facts = [];
    private readonly string[] columnNames;
    private int? filteredFrom;
    private string row = "";
    private int column;
    private bool isInRow;

    public StreamedSheet(WorksheetPart part, StreamedStyles styles, SheetSetup setup, bool isFirst)
    {
        (this.part, this.styles, Setup) = (part, styles, setup);
        columnNames = [.. Enumerable.Range(1, setup.Widths.Count).Select(CellAddress.ColumnName)];
        xml = XmlWriter.Create(part.GetStream(FileMode.Create, FileAccess.Write), new XmlWriterSettings { CloseOutput = true });
        xml.WriteStartElement("worksheet", SheetXml.Main);
        xml.WriteAttributeString("xmlns", "r", null, SheetXml.Relations);
        SheetFrame.Head(xml, setup, isFirst);
        xml.WriteStartElement("sheetData", SheetXml.Main);
    }

    public SheetSetup Setup { get; }

    /// <summary>What it says where, of what was given a key.</summary>
    public IReadOnlyList<MarkedFact> Facts => facts;

    public int RowNumber { get; private set; }

    /// <summary>The rows under a filter with their head, as a formula names them; null for none.</summary>
    public string? Filtered => filteredFrom is { } head
        ? SheetAddress.On(Setup.Name, SheetAddress.Fixed(head, 1) + ":" + SheetAddress.Fixed(RowNumber, Setup.ShownColumns))
        : null;

    /// <summary>The rows that are printed on every page, likewise.</summary>
    public string RepeatedRows => SheetAddress.On(Setup.Name, $"${SheetXml.Text(Setup.HeaderRows.First)}:${SheetXml.Text(Setup.HeaderRows.Last)}");

    public void StartRow(double height)
    {
        EndRow();
        (column, isInRow) = (0, true);
        xml.WriteStartElement("row", SheetXml.Main);
        xml.WriteAttributeString("r", row = SheetXml.Text(++RowNumber));
        xml.WriteAttributeString("ht", SheetXml.Text(height));
        xml.WriteAttributeString("customHeight", "1");
    }

    /// <summary>A text can only ever become a text cell, never a formula, a number or a date.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="look">How.</param>
    /// <param name="key">What of the portal it repeats (<see cref="FactKey"/>); empty for what never changes, null for what is no fact.</param>
    public void Text(string text, CellLook look, string? key = null)
    {
        var clean = CellText.Clean(text);
        StartCell(look, "inlineStr");
        xml.WriteStartElement("is", SheetXml.Main);
        xml.WriteStartElement("t", SheetXml.Main);
        if (clean.Length > 0 && (char.IsWhiteSpace(clean[0]) || char.IsWhiteSpace(clean[^1])))
        {
            xml.WriteAttributeString("xml", "space", null, "preserve");
        }

        xml.WriteString(clean);
        Mark(clean, key);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A number, or nothing.</summary>
    /// <inheritdoc cref="Text"/>
    public void Number(Rational? value, CellLook look, int decimals = FactText.Decimals, string? key = null) =>
        Number(value?.Round(decimals), look, key);

    /// <inheritdoc cref="Number(Rational?, CellLook, int, string)"/>
    public void Number(decimal? value, CellLook look, string? key = null)
    {
        StartCell(look);
        if (value is { } number)
        {
            // Without the zeros that a column of the database puts behind it.
            var text = FactText.Of(number);
            xml.WriteElementString("v", SheetXml.Main, text);
            Mark(text, key);
        }

        xml.WriteEndElement();
    }

    public void Blank(CellLook look) => Number((decimal?)null, look);

    /// <summary>Reckoned by the spreadsheet as soon as something of it changes.</summary>
    /// <param name="formula">Without the sign of equality.</param>
    /// <param name="value">What it comes to.</param>
    /// <param name="look">Of that.</param>
    /// <param name="key">What of the portal it repeats.</param>
    public void Formula(string formula, string value, CellLook look, string? key = null) => Write(formula, "str", value, look, key);

    /// <inheritdoc cref="Formula(string, string, CellLook, string)"/>
    /// <param name="formula">Without the sign of equality.</param>
    /// <param name="value">What it comes to; null for an empty text.</param>
    /// <param name="look">Of that.</param>
    /// <param name="decimals">That are kept.</param>
    /// <param name="key">What of the portal it repeats.</param>
    public void Formula(string formula, Rational? value, CellLook look, int decimals = FactText.Decimals, string? key = null) =>
        Write(formula, value is null ? "str" : null, value is { } number ? SheetXml.Text(number.Round(decimals)) : "", look, key);

    /// <summary>A point of a chart: the number of another cell, or none, where a text would be drawn as 0.</summary>
    public void Point(string cell, Rational? value, CellLook look) =>
        Write($"IF(ISNUMBER({cell}),{cell},NA())", value is null ? "e" : null, value is { } number ? SheetXml.Text(number.Round(FactText.Decimals)) : "#N/A", look, key: null);

    /// <summary>A row of one text across all columns that are shown, higher where the text needs it.</summary>
    public void Banner(string text, double leastHeight, CellLook look)
    {
        StartRow(Math.Max(leastHeight, TextFit.Height(text, Setup.Widths.Take(Setup.ShownColumns).Sum(), look.Size)));
        Text(text, look);
        Merge(1, RowNumber, Setup.ShownColumns, RowNumber);
    }

    public void Merge(int firstColumn, int firstRow, int lastColumn, int lastRow)
    {
        if (firstColumn != lastColumn || firstRow != lastRow)
        {
            merged.Add(SheetAddress.Area(firstColumn, firstRow, lastColumn, lastRow));
        }
    }

    /// <summary>Cells that say a state: each is shown in its colours and with its shape, whatever it changes to.</summary>
    public void ShowStates(int firstColumn, int firstRow, int lastColumn, int lastRow) =>
        states.Add(SheetAddress.Area(firstColumn, firstRow, lastColumn, lastRow));

    /// <summary>From the cell written last to another one, named with its sheet.</summary>
    public void Link(string target) => links.Add((SheetAddress.At(RowNumber, column), target));

    /// <summary>The rows from a head on, to the last one, can be filtered.</summary>
    public void FilterFrom(int headRow) => filteredFrom = headRow;

    /// <summary>To be called once, after the last row.</summary>
    /// <param name="chart">Drawn below it, on a page of its own; null for none.</param>
    public void Finish(LineChart? chart = null)
    {
        EndRow();
        xml.WriteEndElement();
        if (filteredFrom is { } head)
        {
            xml.Element("autoFilter", ("ref", SheetAddress.Area(1, head, Setup.ShownColumns, RowNumber)));
        }

        xml.Elements("mergeCells", merged, area => xml.Element("mergeCell", ("ref", area)));
        foreach (var area in states)
        {
            WriteStates(area);
        }

        xml.Elements("hyperlinks", links, link => xml.Element("hyperlink", ("ref", link.At), ("location", link.Target)));
        SheetFrame.Page(xml, Setup);
        if (chart is not null)
        {
            Draw(chart);
        }

        xml.WriteEndElement();
        xml.Dispose();
    }

    private void Draw(LineChart chart)
    {
        xml.WriteStartElement("rowBreaks", SheetXml.Main);
        xml.WriteAttributeString("count", "1");
        xml.WriteAttributeString("manualBreakCount", "1");
        xml.Element("brk", ("id", SheetXml.Text(RowNumber)), ("max", "16383"), ("man", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("drawing", SheetXml.Main);
        xml.WriteAttributeString("id", SheetXml.Relations, LineChartPart.Add(part, chart, RowNumber + 1));
        xml.WriteEndElement();
    }

    private void WriteStates(string area)
    {
        xml.WriteStartElement("conditionalFormatting", SheetXml.Main);
        xml.WriteAttributeString("sqref", area);
        foreach (var (state, format) in StreamedStyles.StateFormats)
        {
            xml.WriteStartElement("cfRule", SheetXml.Main);
            xml.WriteAttributeString("type", "cellIs");
            xml.WriteAttributeString("dxfId", SheetXml.Text(format));
            xml.WriteAttributeString("priority", SheetXml.Text(format + 1));
            xml.WriteAttributeString("operator", "equal");
            xml.WriteElementString("formula", SheetXml.Main, $"\"{state.Word()}\"");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Write(string formula, string? type, string value, CellLook look, string? key)
    {
        StartCell(look, type);
        xml.WriteElementString("f", SheetXml.Main, formula);
        xml.WriteElementString("v", SheetXml.Main, value);
        xml.WriteEndElement();
        Mark(value, key, isReckoned: true);
    }

    private void Mark(string text, string? key, bool isReckoned = false)
    {
        if (key is not null && !string.IsNullOrWhiteSpace(text))
        {
            facts.Add(new MarkedFact($"{Setup.Name}!{SheetAddress.At(RowNumber, column)}", key, text, isReckoned));
        }
    }

    private void StartCell(CellLook look, string? type = null)
    {
        xml.WriteStartElement("c", SheetXml.Main);
        xml.WriteStartAttribute("r");
        xml.WriteString(columnNames[column++]);
        xml.WriteString(row);
        xml.WriteEndAttribute();
        xml.WriteAttributeString("s", styles.TextOf(look));
        if (type is not null)
        {
            xml.WriteAttributeString("t", type);
        }
    }

    private void EndRow()
    {
        if (isInRow)
        {
            xml.WriteEndElement();
            isInRow = false;
        }
    }
}
