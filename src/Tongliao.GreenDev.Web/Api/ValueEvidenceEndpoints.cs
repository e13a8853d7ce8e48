using Microsoft.AspNetCore.Http.HttpResults;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Evidence (佐证材料) beside values, for programs.</summary>
internal static class ValueEvidenceEndpoints
{
    private const string Path = "/values/{region}/{period}/{indicator:int}/evidence";

    public static void MapValueEvidence(this RouteGroupBuilder api)
    {
        api.MapGet(Path, ListAsync)
            .Says("列出一项填报值的佐证材料，含已移除的，最近的在前；内容在/api/v1/evidence/{id}下载", 403, 404);
        api.MapPost(Path, AddAsync)
            .Says("上传一份佐证材料（仅本地区填报员，草稿或已退回时）：multipart/form-data，字段file", 400, 403, 404, 409, 413, 415, 422)
            .DisableAntiforgery();
        api.MapDelete("/evidence/{id:long}", RemoveAsync)
            .Says("移除一份佐证材料（仅本地区填报员，草稿或已退回时），历史中保留", 403, 404, 409);
        api.MapGet("/evidence/{id:long}", ScreenEvidenceEndpoints.ShowAsync)
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream")
            .Says("下载一份佐证材料；带If-None-Match时未变则304", 403, 404)
            .WithMetadata(new ForeignContentAttribute());
    }

    private static async Task<IReadOnlyList<EvidenceAnswer>> ListAsync(
        ApiCaller caller, string region, string period, int indicator, EvidenceQueries evidence, CancellationToken cancellationToken) =>
        [.. (await evidence.OfValueAsync(caller, new ValueKey(region, Quarter.Read(period), indicator), cancellationToken))
            .Select(line => EvidenceAnswer.Of(line.File, line.Removal))];

    private static async Task<NoContent> RemoveAsync(ApiCaller caller, long id, EvidenceService service, CancellationToken cancellationToken)
    {
        await service.RemoveAsync(caller, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<EvidenceAnswer> AddAsync(
        ApiCaller caller, string region, string period, int indicator, IFormFile file, EvidenceService service, CancellationToken cancellationToken) =>
        EvidenceAnswer.Of(await service.AddAsync(
            caller,
            new AddEvidence(new ValueKey(region, Quarter.Read(period), indicator), file.FileName, await ScreenEvidenceEndpoints.ReadAsync(file, cancellationToken)),
            cancellationToken));
}
