using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Api.Problems;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Official documents (公文) to download, for browsers and programs.</summary>
internal static class DocumentEndpoints
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapDocuments(this RouteGroupBuilder exports)
    {
        exports.MapGet("/bulletin.docx", EditionAsync)
            .AddEndpointFilter(BrowserRefusals.TellAsync)
            .Produces<Stream>(StatusCodes.Status200OK, Document)
            .Says("下载已印发的一个季度的通报（Word），与印发时逐字节相同；edition为第几次印发，不填为最近一次", 403, 404, 422);
        exports.MapGet("/bulletin-draft.docx", DraftAsync)
            .AddEndpointFilter(BrowserRefusals.TellAsync)
            .Produces<Stream>(StatusCodes.Status200OK, Document)
            .Says("下载一个季度的通报文稿（Word），数字为现在的数字；仅市住建局", 403, 404, 422);
        exports.MapGet("/alert-slip.docx", SlipAsync)
            .AddEndpointFilter(BrowserRefusals.TellAsync)
            .Produces<Stream>(StatusCodes.Status200OK, Document)
            .Says("下载一个单位一项滞后（红灯）指标的预警通知单（Word）；仅市住建局", 403, 404, 409, 422);
    }

    private static async Task<FileContentHttpResult> EditionAsync(
        ApiCaller caller, [Required] string? period, int? edition, BulletinExportService bulletins, CancellationToken cancellationToken) =>
        File(await bulletins.EditionAsync(caller, Queried.Period(period), edition, cancellationToken));

    private static async Task<FileContentHttpResult> DraftAsync(
        ApiCaller caller, [Required] string? period, BulletinExportService bulletins, CancellationToken cancellationToken) =>
        File(await bulletins.DraftAsync(caller, Queried.Period(period), cancellationToken));

    private static async Task<FileContentHttpResult> SlipAsync(
        ApiCaller caller, [Required] string? region, [Required] string? period, [Required] int? indicator, AlertSlipService slips, CancellationToken cancellationToken) =>
        File(await slips.ExportAsync(caller, new ValueKey(region ?? "", Queried.Period(period), indicator ?? 0), cancellationToken));

    private static FileContentHttpResult File(ExportedDocument document) => TypedResults.File(document.Content, Document, document.FileName);
}
