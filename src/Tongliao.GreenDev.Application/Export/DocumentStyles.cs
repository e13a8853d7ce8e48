using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>The styles of an official document, so that what people go on writing in Word looks like the rest.</summary>
internal static class DocumentStyles
{
    public const string Title = "Title";
    public const string Heading = "Heading1";
    public const string Subheading = "Heading2";
    public const string Cell = "Cell";

    private const string Usual = "Normal";

    // Half points: 22, 16, 14 and 9磅.
    private const string TitleSize = "44";
    private const string BodySize = "32";
    private const string PageNumberSize = "28";
    private const string CellSize = "18";

    /// <summary>What a machine without a typeface takes instead of it.</summary>
    private static readonly (string Name, string Instead)[] Substitutes =
    [
        (Typefaces.Title, "小标宋"), (Typefaces.Heading, "SimHei"), (Typefaces.Subheading, "楷体"), (Typefaces.Body, "仿宋"), (Typefaces.PageNumber, "SimSun"),
    ];

    public static void Add(MainDocumentPart document)
    {
        document.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Typefaces.Body), new FontSize { Val = BodySize }, new FontSizeComplexScript { Val = BodySize }, new Languages { Val = "en-US", EastAsia = "zh-CN" }))),
            StyleOf(Usual, "Normal", new StyleParagraphProperties(Exact(), new Justification { Val = JustificationValues.Both }), new StyleRunProperties(new Spacing { Val = DocumentPage.Spacing })),
            StyleOf(Title, "Title", new StyleParagraphProperties(new KeepNext(), Exact("700"), new Justification { Val = JustificationValues.Center }), Face(Typefaces.Title, TitleSize)),
            StyleOf(Heading, "heading 1", new StyleParagraphProperties(new KeepNext(), new OutlineLevel { Val = 0 }), Face(Typefaces.Heading, BodySize)),
            StyleOf(Subheading, "heading 2", new StyleParagraphProperties(new KeepNext(), new OutlineLevel { Val = 1 }), Face(Typefaces.Subheading, BodySize)),
            StyleOf(Cell, "表格", new StyleParagraphProperties(new SnapToGrid { Val = false }, new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = JustificationValues.Center }), Face(Typefaces.Body, CellSize)));
        document.AddNewPart<FontTablePart>().Fonts = new Fonts(Substitutes.Select(face => new Font(
            new AltName { Val = face.Instead }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }) { Name = face.Name }));
        document.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
    }

    /// <summary>Letters and digits in the same typeface, as in official documents.</summary>
    public static RunFonts Fonts(string face) => new() { Ascii = face, HighAnsi = face, EastAsia = face, ComplexScript = face };

    public static RunProperties PageNumber() => new(Fonts(Typefaces.PageNumber), new FontSize { Val = PageNumberSize });

    public static SpacingBetweenLines Exact(string line = DocumentPage.Line) => new() { Line = line, LineRule = LineSpacingRuleValues.Exact };

    private static StyleRunProperties Face(string face, string size) => new(Fonts(face), new FontSize { Val = size });

    private static Style StyleOf(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = id == Usual ? true : null };
        if (id != Usual)
        {
            style.Append(new BasedOn { Val = Usual });
        }

        style.Append(paragraph, run);
        return style;
    }
}
