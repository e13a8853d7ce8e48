using ClosedXML.Excel;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>The Excel export: the published annex (附件), the quarter's monitoring table (监测表) the reasons of its red and amber lights (判定说明) and, where asked for, where each value comes from (数据来源).</summary>
public static class AnnexWorkbook
{
    internal const string Author = "通辽市城乡建设绿色发展指标填报与监测平台";

    /// <summary>Writes the workbook. The stream need not be seekable.</summary>
    /// <returns>All that stands in it.</returns>
    public static IReadOnlyList<MarkedFact> Write(Stream output, AnnexReport report)
    {
        var marked = new List<MarkedFact>();
        using var buffer = new MemoryStream();
        using (var book = new XLWorkbook(XLEventTracking.Disabled))
        {
            var setups = Fill(book, report, marked);
            book.SaveAs(buffer, new SaveOptions { ValidatePackage = false, GenerateCalculationChain = false });
            AnnexPackage.Complete(buffer, setups);
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
        return marked;
    }

    /// <summary>For example 附件_2024—2025年主要量化指标明细表_2025年三季度.xlsx; of a release that was asked for …_2025年三季度_第1版.xlsx, as of a day …_截至2025年11月28日.xlsx.</summary>
    public static string FileName(Plan plan, Quarter quarter, Release? release = null, AsOf? asOf = null)
    {
        var name = $"附件_{plan.Annex.TitleLines[^1]}_{quarter.ChineseName}{(release is null ? "" : $"_第{release.Number}版")}{(asOf is null ? "" : "_" + asOf.FileWords)}";
        var safe = name.Where(c => !char.IsControl(c) && !@"\/:*?""<>|".Contains(c, StringComparison.Ordinal));
        return string.Concat(safe) + ".xlsx";
    }

    private static SheetSetup[] Fill(XLWorkbook book, AnnexReport report, List<MarkedFact> marked)
    {
        SetProperties(book.Properties, report);
        var looks = new LookBook();
        SheetSetup[] setups =
        [
            AnnexSheet.Write(report, book, looks, marked),
            MonitoringSheet.Write(report, book, looks, marked),
            ExplanationSheet.Write(report, book, looks, marked),
            .. report.Provenance is { } lines ? [ProvenanceSheet.Write(report, lines, book, looks, marked)] : Array.Empty<SheetSetup>(),
        ];
        book.Worksheets.First().SetTabSelected();
        return setups;
    }

    private static void SetProperties(XLWorkbookProperties properties, AnnexReport report)
    {
        var demo = report.IsDemo ? "（演示数据）" : "";
        properties.Title = CellText.Clean(string.Concat(report.Plan.Annex.TitleLines));
        properties.Subject = $"{report.Quarter.ChineseName}主要量化指标监测{demo}";
        properties.Author = Author;
        properties.LastModifiedBy = Author;
        properties.Created = report.GeneratedAt.UtcDateTime;
        properties.Modified = report.GeneratedAt.UtcDateTime;
    }
}
