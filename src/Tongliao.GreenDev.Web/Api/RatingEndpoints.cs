using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Application.Rating;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Lights of a quarter.</summary>
internal static class RatingEndpoints
{
    public static void MapRatings(this RouteGroupBuilder api) => api
        .MapGet("/ratings", ListAsync)
        .Says("读取一个季度的判定结果：全市和各单位×全部指标；县级只见本地区和全市。basis为submitted（默认）或approved", 403, 404, 422);

    private static async Task<IReadOnlyList<RatingAnswer>> ListAsync(
        ApiCaller caller, [Required] string? period, string? basis, RatingQueries ratings, CancellationToken cancellationToken)
    {
        var counted = Queried.Basis(basis);
        var matrix = await ratings.MatrixAsync(caller, Queried.Period(period), counted, cancellationToken);
        return
        [
            .. from unit in matrix.Units
               from indicator in matrix.Facts.Plan.Indicators
               select RatingAnswer.Of(matrix[indicator, unit]),
        ];
    }
}
