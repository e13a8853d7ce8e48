using System.Globalization;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>How many of the city's indicators stand in each light, and how that compares with the quarter before.</summary>
/// <param name="Counts">Now.</param>
/// <param name="Before">A quarter earlier; null when the plan had not begun or nothing was judged.</param>
/// <param name="Total">All indicators.</param>
/// <param name="IsComplete">Whether all is reported; an unfinished quarter is compared with nothing.</param>
public sealed record CityLights(
    IReadOnlyDictionary<RagStatus, int> Counts, IReadOnlyDictionary<RagStatus, int>? Before, int Total, bool IsComplete)
{
    /// <summary>未判定: without a light.</summary>
    public int WithoutLight => Total - Of(RagStatus.Green) - Of(RagStatus.Amber) - Of(RagStatus.Red);

    public static CityLights Of(RatingMatrix matrix)
    {
        var city = matrix.Reference.Plan.City.Code;
        var now = matrix.Ratings.Where(rating => rating.Key.Unit == city).CountBy(rating => rating.Value.State).ToDictionary();
        var before = matrix.Previous.CountBy(state => state.Value).ToDictionary();
        return new CityLights(now, before.Keys.Any(state => state.IsLight()) ? before : null, matrix.Reference.Plan.Indicators.Count, matrix.IsComplete);
    }

    public int Of(RagStatus state) => Counts.GetValueOrDefault(state);

    /// <summary>For example 较上季 +2; null while the quarter is unfinished.</summary>
    public string? ChangeOf(RagStatus state)
    {
        if (!IsComplete)
        {
            return null;
        }

        if (Before is null)
        {
            return "上季无数据";
        }

        var change = Of(state) - Before.GetValueOrDefault(state);
        return change switch
        {
            0 => "较上季持平",
            > 0 => string.Create(CultureInfo.InvariantCulture, $"较上季 +{change}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"较上季 −{-change}"),
        };
    }
}
