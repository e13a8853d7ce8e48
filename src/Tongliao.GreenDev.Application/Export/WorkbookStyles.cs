using DocumentFormat.OpenXml.Spreadsheet;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>Collects the looks of a workbook's cells and gives each the index of its style.</summary>
internal sealed class WorkbookStyles
{
    // Below 164 the format numbers are Excel's own.
    private const uint FirstOwnFormat = 164;
    private const uint NoFill = 0;
    private const uint FixedFillCount = 2;

    private readonly Dictionary<CellLook, uint> looks = [];
    private readonly List<CellFormat> formats = [];
    private readonly Pool<(string Font, double Size, bool IsBold, string Ink)> fonts = new();
    private readonly Pool<string> grounds = new();
    private readonly Pool<Edges> borders = new();
    private readonly Pool<int> decimals = new();

    public WorkbookStyles()
    {
        // The first of each is what Excel gives to cells that are not styled; the first font also sets the unit of column widths.
        IndexOf(new CellLook { Size = 11 });
    }

    public uint IndexOf(CellLook look)
    {
        if (!looks.TryGetValue(look, out var index))
        {
            index = (uint)formats.Count;
            looks.Add(look, index);
            formats.Add(FormatOf(look));
        }

        return index;
    }

    /// <summary>To be called once, after the last cell.</summary>
    public Stylesheet ToStylesheet()
    {
        var sheet = new Stylesheet();
        if (decimals.Items.Count > 0)
        {
            sheet.Append(new NumberingFormats(decimals.Items.Select((places, i) => new NumberingFormat
            {
                NumberFormatId = FirstOwnFormat + (uint)i,
                FormatCode = places == 0 ? "0" : "0." + new string('0', places),
            })));
        }

        sheet.Append(
            new Fonts(fonts.Items.Select(FontOf)),
            new Fills(FixedFills().Concat(grounds.Items.Select(Solid))),
            new Borders(borders.Items.Select(BorderOf)),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(formats),
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
        return sheet;
    }

    private CellFormat FormatOf(CellLook look) => new(AlignmentOf(look))
    {
        NumberFormatId = look.Decimals is { } places ? FirstOwnFormat + decimals.IndexOf(places) : 0,
        FontId = fonts.IndexOf((look.Font, look.Size, look.IsBold, look.Ink)),
        FillId = look.Ground is { } ground ? FixedFillCount + grounds.IndexOf(ground) : NoFill,
        BorderId = borders.IndexOf(look.Edges),
        FormatId = 0,
        ApplyNumberFormat = look.Decimals is not null,
        ApplyFont = true,
        ApplyFill = look.Ground is not null,
        ApplyBorder = look.Edges != Edges.None,
        ApplyAlignment = true,
    };

    private static Alignment AlignmentOf(CellLook look) => new()
    {
        Horizontal = look.Across switch
        {
            Across.Centre => HorizontalAlignmentValues.Center,
            Across.Left => HorizontalAlignmentValues.Left,
        },
        Vertical = look.Along switch
        {
            Along.Centre => VerticalAlignmentValues.Center,
            Along.Bottom => VerticalAlignmentValues.Bottom,
        },
        WrapText = !look.Shrinks && look.Decimals is null,
        ShrinkToFit = look.Shrinks,
    };

    private static Font FontOf((string Font, double Size, bool IsBold, string Ink) face)
    {
        var font = new Font();
        if (face.IsBold)
        {
            font.Append(new Bold());
        }

        // Family 3 and charset 134 (GB 2312) let a machine without the font choose a Chinese one.
        font.Append(
            new FontSize { Val = face.Size },
            new Color { Rgb = "FF" + face.Ink },
            new FontName { Val = face.Font },
            new FontFamilyNumbering { Val = 3 },
            new FontCharSet { Val = 134 });
        return font;
    }

    /// <summary>The two that every workbook must begin with.</summary>
    private static IEnumerable<Fill> FixedFills() =>
    [
        new Fill(new PatternFill { PatternType = PatternValues.None }),
        new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
    ];

    private static Fill Solid(string ground) => new(
        new PatternFill(new ForegroundColor { Rgb = "FF" + ground }, new BackgroundColor { Indexed = 64 })
        {
            PatternType = PatternValues.Solid,
        });

    private static Border BorderOf(Edges edges) => new(
        Ruled(new LeftBorder(), edges.HasFlag(Edges.Left)),
        Ruled(new RightBorder(), edges.HasFlag(Edges.Right)),
        Ruled(new TopBorder(), edges.HasFlag(Edges.Top)),
        Ruled(new BottomBorder(), edges.HasFlag(Edges.Bottom)),
        new DiagonalBorder());

    private static BorderPropertiesType Ruled(BorderPropertiesType side, bool isRuled)
    {
        if (isRuled)
        {
            side.Style = BorderStyleValues.Thin;
            side.Append(new Color { Auto = true });
        }

        return side;
    }

    /// <summary>Distinct things in the order they were first asked for.</summary>
    private sealed class Pool<T>
        where T : notnull
    {
        private readonly Dictionary<T, uint> indexes = [];

        public List<T> Items { get; } = [];

        public uint IndexOf(T item)
        {
            if (!indexes.TryGetValue(item, out var index))
            {
                index = (uint)Items.Count;
                indexes.Add(item, index);
                Items.Add(item);
            }

            return index;
        }
    }
}
