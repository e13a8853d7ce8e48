using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Export.Ledger;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Api.Problems;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Workbooks to download, for browsers and programs.</summary>
internal static class ExportEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapExports(this RouteGroupBuilder exports)
    {
        exports.MapGet("/reference-sheet.xlsx", ReferenceSheetAsync)
            .AddEndpointFilter(BrowserRefusals.TellAsync)
            .Produces<Stream>(StatusCodes.Status200OK, Workbook)
            .Says("导出基数和分解指标总表（Excel），填好后可在“总表”页导入（仅市住建局）；all为true时含全部指标，不填只含须分解的总量指标", 403, 422);
        exports.MapGet("/report.xlsx", ReportAsync)
            .AddEndpointFilter(BrowserRefusals.TellAsync)
            .Produces<Stream>(StatusCodes.Status200OK, Workbook)
            .Says("导出本单位一个季度的填报模板（Excel），填好后可在填报页导入；仅填报员，填报期须正在填报", 403, 404, 409, 422);
        exports.MapGet("/ledger.xlsx", LedgerAsync)
            .AddEndpointFilter(BrowserRefusals.TellAsync)
            .Produces<Stream>(StatusCodes.Status200OK, Workbook)
            .Says("导出截至一个季度的监测台账（Excel）：各指标各季度的填报数、结果和判定（公式，可试算）、折线图、各地区、上报情况、更正和任务进展；县级只含本地区和全市；asOf为截至时间（2025-11-28或2025-11-28T16:30:05），不填为现在", 403, 404, 422);
        exports.MapGet("/annex.xlsx", AnnexAsync)
            .AddEndpointFilter(BrowserRefusals.TellAsync)
            .Produces<Stream>(StatusCodes.Status200OK, Workbook)
            .Says("导出附件及一个季度的监测表（Excel）；县级只含本地区和全市；release为发布版本号，不填为现行的一版，填写时不能同时指定basis=approved；asOf为截至时间（2025-11-28或2025-11-28T16:30:05），不填为现在，不能与release同时指定；sources为true时另附“数据来源”表：每个数的填报数、办理经过、目标和判定规则的版本", 403, 404, 422);
    }

    private static async Task<IResult> ReferenceSheetAsync(ApiCaller caller, bool? all, ReferenceExportService references, CancellationToken cancellationToken)
    {
        var workbook = await references.ExportAsync(caller, all == true, cancellationToken);
        return TypedResults.File(workbook.Content, Workbook, workbook.FileName);
    }

    private static async Task<IResult> ReportAsync(
        ApiCaller caller, [Required] string? region, [Required] string? period, ReportExportService reports, CancellationToken cancellationToken)
    {
        var workbook = await reports.ExportAsync(caller, new ReportKey(region ?? "", Queried.Period(period)), cancellationToken);
        return TypedResults.File(workbook.Content, Workbook, workbook.FileName);
    }

    private static async Task<IResult> LedgerAsync(
        ApiCaller caller, [Required] string? period, string? basis, string? asOf, LedgerExportService ledgers, OfficeClock clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var (quarter, counted, moment) = (Queried.Period(period), Queried.Basis(basis), AsOfAddress.Read(asOf, clock));
        AsOfAddress.Tell(response, moment);
        var workbook = await ledgers.ExportAsync(caller, quarter, counted, moment, cancellationToken);
        return TypedResults.File(workbook.Content, Workbook, workbook.FileName);
    }

    private static async Task<IResult> AnnexAsync(
        ApiCaller caller, [Required] string? period, string? basis, int? release, string? asOf, bool? sources, AnnexExportService annex, OfficeClock clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var (quarter, counted) = (Queried.Period(period), Queried.Basis(basis));
        if (release is not null && counted != FigureBasis.Submitted)
        {
            throw Queried.Fault("basis", "发布版本按上报数，不能同时指定basis=approved。");
        }

        var moment = AsOfAddress.Read(asOf, clock);
        if (release is not null && moment is not null)
        {
            throw Queried.Fault(AsOfAddress.Parameter, "发布版本是锁定时定下的，不能同时指定asOf。");
        }

        AsOfAddress.Tell(response, moment);
        var workbook = release is { } number
            ? await annex.ExportReleaseAsync(caller, quarter, number, sources == true, cancellationToken)
            : await annex.ExportAsync(caller, quarter, counted, moment, sources == true, cancellationToken);
        return TypedResults.File(workbook.Content, Workbook, workbook.FileName);
    }
}
