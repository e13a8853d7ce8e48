using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>The looks of a streamed workbook, numbered as its cells ask for them, and one for each state that a formula may come to.</summary>
internal sealed class StreamedStyles
{
    private const uint FirstFormat = 164;

    private static readonly IReadOnlyList<RagStatus> States = Enum.GetValues<RagStatus>();

    private readonly Dictionary<CellLook, string> numbers = [];

    /// <summary>States with the number of the format that shows a cell which says their word.</summary>
    public static IEnumerable<(RagStatus State, int Format)> StateFormats => States.Select((state, number) => (state, number));

    /// <summary>The number by which a cell names its look.</summary>
    public string TextOf(CellLook look)
    {
        if (!numbers.TryGetValue(look, out var number))
        {
            numbers.Add(look, number = SheetXml.Text(numbers.Count + 1));
        }

        return number;
    }

    /// <summary>To be called once all cells are written.</summary>
    public Stylesheet ToStylesheet()
    {
        var looks = numbers.OrderBy(pair => int.Parse(pair.Value, CultureInfo.InvariantCulture)).Select(pair => pair.Key).ToList();
        var places = looks.Select(look => look.Decimals).OfType<int>().Distinct().ToList();
        return new Stylesheet(
            new NumberingFormats(places.Select(decimals => new NumberingFormat { NumberFormatId = FormatOf(decimals), FormatCode = Format(decimals) })),
            new Fonts(looks.Select(FontOf).Prepend(FontOf(new CellLook { Size = 11 }))),
            new Fills(looks.Select(look => FillOf(look.Ground)).Prepend(Pattern(PatternValues.Gray125)).Prepend(Pattern(PatternValues.None))),
            new Borders(looks.Select(look => BorderOf(look.Edges)).Prepend(BorderOf(Edges.None))),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(looks.Select((look, index) => CellFormatOf(look, (uint)index + 1)).Prepend(
                new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 })),
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }),
            new DifferentialFormats(States.Select(DifferentialOf)));
    }

    private static uint FormatOf(int decimals) => FirstFormat + (uint)decimals;

    private static string Format(int decimals) => decimals == 0 ? "0" : "0." + new string('0', decimals);

    private static HexBinaryValue Colour(string colour) => "FF" + colour;

    private static Font FontOf(CellLook look)
    {
        var font = new Font();
        if (look.IsBold)
        {
            font.Append(new Bold());
        }

        // Family and charset let a machine without the font choose a Chinese one.
        font.Append(
            new FontSize { Val = look.Size },
            new Color { Rgb = Colour(look.Ink) },
            new FontName { Val = look.Font },
            new FontFamilyNumbering { Val = 3 },
            new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill Pattern(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill FillOf(string? ground) => ground is null
        ? Pattern(PatternValues.None)
        : new Fill(new PatternFill(new ForegroundColor { Rgb = Colour(ground) }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border BorderOf(Edges edges)
    {
        EnumValue<BorderStyleValues>? Line(Edges edge) => edges.HasFlag(edge) ? BorderStyleValues.Thin : null;
        return new Border(
            new LeftBorder { Style = Line(Edges.Left) },
            new RightBorder { Style = Line(Edges.Right) },
            new TopBorder { Style = Line(Edges.Top) },
            new BottomBorder { Style = Line(Edges.Bottom) },
            new DiagonalBorder());
    }

    private static CellFormat CellFormatOf(CellLook look, uint part) => new(new Alignment
    {
        Horizontal = look.Across switch
        {
            XLAlignmentHorizontalValues.Left => HorizontalAlignmentValues.Left,
            XLAlignmentHorizontalValues.Right => HorizontalAlignmentValues.Right,
            _ => HorizontalAlignmentValues.Center,
        },
        Vertical = look.Along == XLAlignmentVerticalValues.Top ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
        WrapText = !look.Shrinks && look.Decimals is null,
        ShrinkToFit = look.Shrinks,
    })
    {
        NumberFormatId = look.Decimals is { } decimals ? FormatOf(decimals) : 0,
        FontId = part,
        FillId = part + 1,
        BorderId = part,
        FormatId = 0,
        ApplyNumberFormat = look.Decimals is not null,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
    };

    /// <summary>Colours, and the state's shape before its word, so that it reads in greyscale print as well.</summary>
    private static DifferentialFormat DifferentialOf(RagStatus state)
    {
        var look = new CellLook().For(state);
        var format = new DifferentialFormat(
            new Font(new Bold { Val = look.IsBold }, new Color { Rgb = Colour(look.Ink) }),
            new NumberingFormat
            {
                NumberFormatId = FormatOf(100 + (int)state),
                FormatCode = string.Create(CultureInfo.InvariantCulture, $"General;General;General;\"{state.Mark()}\"@"),
            });
        if (look.Ground is { } ground)
        {
            format.Append(new Fill(new PatternFill(new BackgroundColor { Rgb = Colour(ground) }) { PatternType = PatternValues.Solid }));
        }

        return format;
    }
}
