using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Lights of a quarter.</summary>
internal static class RatingEndpoints
{
    public static void MapRatings(this RouteGroupBuilder api)
    {
        api.MapGet("/ratings", ListAsync)
            .Says("读取一个季度的判定结果：全市和各单位×全部指标；县级只见本地区和全市。basis为submitted（默认）或approved；asOf为截至时间，填2025-11-28（当日结束时）或2025-11-28T16:30:05，不填为现在，结果在应答头As-Of中写明", 403, 404, 422);
        api.MapGet("/ratings/{region}/{period}/{indicator:int}", ReadAsync)
            .Says("读取一个判定结果的依据：填报数、算式、应达由来、目标版本、条款、计入单位、经办、数据质量、差距折合与预测；县级不见其他单位的数；asOf为截至时间（2025-11-28或2025-11-28T16:30:05），不填为现在", 403, 404, 422);
    }

    private static async Task<AccountAnswer> ReadAsync(
        ApiCaller caller, string region, string period, int indicator, string? basis, string? asOf,
        ExplanationQueries explanations, OfficeClock clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var (counted, moment) = (Queried.Basis(basis), AsOfAddress.Read(asOf, clock));
        var account = await explanations.ReadAsync(caller, new ValueKey(region, Quarter.Read(period), indicator), counted, moment?.Moment, cancellationToken);
        AsOfAddress.Tell(response, moment);
        return AccountAnswer.Of(account);
    }

    private static async Task<IReadOnlyList<RatingAnswer>> ListAsync(
        ApiCaller caller, [Required] string? period, string? basis, string? asOf, RatingQueries ratings, OfficeClock clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var (counted, moment) = (Queried.Basis(basis), AsOfAddress.Read(asOf, clock));
        var matrix = await ratings.MatrixAsync(caller, Queried.Period(period), counted, moment?.Moment, cancellationToken);
        AsOfAddress.Tell(response, moment);
        return
        [
            .. from unit in matrix.Units
               from indicator in matrix.Facts.Plan.Indicators
               select RatingAnswer.Of(matrix[indicator, unit]),
        ];
    }
}
