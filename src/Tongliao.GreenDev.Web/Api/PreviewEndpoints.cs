using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Rates given figures; nothing is stored, and of the database only the parameters are read.</summary>
internal static class PreviewEndpoints
{
    public static void MapPreview(this RouteGroupBuilder api) => api
        .MapPost("/ratings/preview", RateAsync)
        .Says("试算：按给定数据判定，不保存。region为全市代码时用regions给出各单位数据").TakesJson();

    private static async Task<RatingAnswer> RateAsync(
        ApiCaller caller, PreviewRequest body, PlanCatalogue catalogue, PreviewQueries preview, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        if (body.Region == facts.Plan.City.Code)
        {
            var units = body.ReadRegions(facts);
            return RatingAnswer.Of(await preview.RateCityAsync(caller, body.Indicator!.Value, Quarter.Read(body.Period), units, cancellationToken));
        }

        var unit = body.ReadUnit(facts);
        return RatingAnswer.Of(await preview.RateUnitAsync(caller, body.Indicator!.Value, Quarter.Read(body.Period), unit, cancellationToken));
    }
}
