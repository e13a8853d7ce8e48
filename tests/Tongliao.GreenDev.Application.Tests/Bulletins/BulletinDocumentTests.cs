using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Bulletins;

/// <summary>The document of a bulletin: laid out by GB/T 9704, valid, its numbers linked, and whatever people typed in it text.</summary>
public sealed class BulletinDocumentTests(PostgresFixture postgres) : IAsyncLifetime
{
    private BulletinOffice office = null!;

    /// <summary>What would do harm where a text is taken for anything but a text.</summary>
    public static TheoryData<string> Payloads { get; } =
    [
        "=1+1", "=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(A1:A9)", "＝1+1", "\t=1", "=HYPERLINK(\"http://x\",\"y\")", "=WEBSERVICE(\"http://x\")", "=DDE(\"cmd\";\"/C calc\";\"x\")",
        "</w:t></w:r><w:r><w:t>", "<w:p/>", "</w:body>", "</w:sdtContent></w:sdt>", "<w:fldSimple w:instr=\"DDEAUTO c:\\\\windows\\\\calc.exe\"/>", "<w:instrText>DDE</w:instrText>",
        "]]>", "<![CDATA[x]]>", "<!-- x", "--> x", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;", "&lt;b&gt;", "&#0;", "&#x1F;", "&#xFFFF;", "&amp;amp;",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE bulletin_editions; --", "${jndi:ldap://x}", "{{7*7}}", "{全市.达标", "}{", "{}", "{}{}",
        "\\u0000", "_x0041_", "_x005F_", "%s%n", "PAGE \\* MERGEFORMAT", "{ PAGE }", "{DDEAUTO}", "𠮷野家", "ᠮᠣᠩᠭᠣᠯ", "e\u0301\u200d", "😀", "‮反向", "\u00a0行\u3000段",
        "\u0000\u0001\b\f\u000e\u001f", "\ud800", "\ufffe\uffff",
    ];

    public async ValueTask InitializeAsync() => office = await BulletinOffice.OpenAsync(postgres);

    public async ValueTask DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task Draft_OfEveryQuarter_IsValid()
    {
        foreach (var quarter in new[] { BulletinOffice.Locked, BulletinOffice.Closed, BulletinOffice.Open })
        {
            var desk = await office.DeskAsync(quarter);
            var paper = BulletinPaper.Draft(desk);

            using var document = new ReadDocument(paper.Document);
            Assert.Empty(document.Faults());
            Assert.Equal(paper.Facts.Select(fact => (fact.Key, fact.Text)).ToHashSet(), document.Links.ToHashSet());
            Assert.All(document.Links, link => Assert.Equal(desk.Numbers.TextOf(link.Tag), link.Text));
        }
    }

    [Fact]
    public async Task Draft_IsLaidOutAsOfficialDocumentsAre()
    {
        using var document = new ReadDocument(BulletinPaper.Draft(await office.DeskAsync(BulletinOffice.Closed)).Document);
        var sections = document.Body.Descendants<SectionProperties>().ToList();
        var (text, annex) = (sections[0], sections[1]);

        Assert.Equal((210, 297), (Millimetres(text.GetFirstChild<PageSize>()!.Width!), Millimetres(text.GetFirstChild<PageSize>()!.Height!)));
        var margin = text.GetFirstChild<PageMargin>()!;
        Assert.Equal((37, 35, 28, 26), (Millimetres(margin.Top!), Millimetres(margin.Bottom!), Millimetres(margin.Left!), Millimetres(margin.Right!)));
        Assert.Equal(PageOrientationValues.Landscape, annex.GetFirstChild<PageSize>()!.Orient!.Value);
        Assert.All(sections, section => Assert.Equal(
            [HeaderFooterValues.Default, HeaderFooterValues.Even], section.Elements<FooterReference>().Select(footer => footer.Type!.Value)));
        Assert.NotNull(document.Main.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>());
        Assert.Equal(
            [("— 1 —", JustificationValues.Right), ("— 1 —", JustificationValues.Left)],
            sections[0].Elements<FooterReference>().Select(reference => ((FooterPart)document.Main.GetPartById(reference.Id!)).Footer)
                .Select(footer => (footer.InnerText, footer.Descendants<Justification>().Single().Val!.Value)));

        Assert.Equal(("方正小标宋简体", "44"), Face(document, document.Body.Elements<Paragraph>().First(line => StyleOf(line) == "Title")));
        Assert.Equal("黑体", Face(document, document.Body.Elements<Paragraph>().First(line => line.InnerText == "一、总体情况")).Font);
        var lead = document.Body.Elements<Paragraph>().First(line => line.InnerText.StartsWith("（一）达标的指标。", StringComparison.Ordinal));
        Assert.Equal("楷体_GB2312", lead.Elements<Run>().First().RunProperties!.RunFonts!.EastAsia!.Value);
        var usual = document.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.Default?.Value == true);
        Assert.Equal(("579", LineSpacingRuleValues.Exact), (usual.StyleParagraphProperties!.SpacingBetweenLines!.Line!.Value, usual.StyleParagraphProperties.SpacingBetweenLines.LineRule!.Value));
        var usually = document.Main.StyleDefinitionsPart.Styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal(("仿宋_GB2312", "32"), (usually.RunFonts!.EastAsia!.Value, usually.FontSize!.Val!.Value));
        Assert.All(document.Main.HeaderParts, header => Assert.Contains("演示数据", header.Header.InnerText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Annex_HasEveryIndicatorWithTheCityAndEveryUnit()
    {
        var desk = await office.DeskAsync(BulletinOffice.Closed);
        using var document = new ReadDocument(BulletinPaper.Draft(desk).Document);

        var rows = document.Rows(0);

        Assert.Equal(["序号", "指标", "全年目标", "全市应达", "全市数值", "判定", .. desk.Facts.Plan.Units.Select(unit => unit.ShortName)], rows[0]);
        Assert.Equal(desk.Facts.Plan.Indicators.Select(indicator => indicator.Number.ToString(CultureInfo.InvariantCulture)), rows.Skip(1).Select(row => row[0]));
        Assert.Equal(desk.Numbers.TextOf("10.全市.判定"), rows[10][5]);
        Assert.Equal(desk.Numbers.TextOf("10.奈曼旗.格"), rows[10][11]);
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Typed_WhateverItIs_StaysText(string payload)
    {
        var desk = await office.DeskAsync(BulletinOffice.Closed);
        var hostile = desk with { Saved = Version(new BulletinContent($"标题{payload}", $"主送{payload}", $"正文{payload}完", $"署名{payload}")) };

        var paper = BulletinPaper.Issued(hostile, $"文号{payload}", new DateOnly(2026, 1, 12));

        using var document = new ReadDocument(paper.Document);
        Assert.Empty(document.Faults());
        Assert.NotEmpty(ReadDocument.Parts(paper.Document));
        var shown = string.Concat(document.Lines);
        foreach (var place in new[] { "文号", "标题", "主送", "正文", "署名" })
        {
            Assert.Contains(place + Shown(payload), shown, StringComparison.Ordinal);
        }

        // Nothing of it is a field, a control or a link: those of the document are its own.
        Assert.Empty(document.Body.Descendants<SimpleField>());
        Assert.Empty(document.Body.Descendants<FieldCode>());
        Assert.Empty(document.Main.HyperlinkRelationships);
        Assert.Empty(document.Main.ExternalRelationships);
        Assert.All(document.Links, link => Assert.NotNull(desk.Numbers.Find(link.Tag)));
    }

    [Fact]
    public void Payloads_AreFiftyAtLeast() => Assert.InRange(Payloads.Count, 50, 100);

    /// <summary>As much of it as XML and one line can hold.</summary>
    private static string Shown(string payload) => CellText.Clean(payload).Replace('\n', ' ').Replace('\t', ' ');

    private static BulletinVersion Version(BulletinContent content) => new()
    {
        PlanId = 1, Quarter = BulletinOffice.Closed, Number = 1, Content = content, Recorded = Recording.OnTrial,
    };

    private static int Millimetres(uint twips) => (int)Math.Round(twips * 25.4 / 1440);

    private static int Millimetres(int twips) => Millimetres((uint)twips);

    private static string? StyleOf(Paragraph line) => line.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static (string? Font, string? Size) Face(ReadDocument document, Paragraph line)
    {
        var run = document.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == StyleOf(line)).StyleRunProperties!;
        return (run.RunFonts!.EastAsia!.Value, run.FontSize!.Val!.Value);
    }
}
