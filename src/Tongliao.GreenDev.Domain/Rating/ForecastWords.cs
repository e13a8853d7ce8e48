using System.Globalization;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>Says a forecast in Chinese, always as one.</summary>
public sealed class ForecastWords(Forecast forecast)
{
    /// <summary>How it was made.</summary>
    public string Method => forecast.Method switch
    {
        PaceMethod.Season => "本年累计数按时序进度推算",
        PaceMethod.Trend => string.Create(CultureInfo.InvariantCulture, $"按最近{forecast.TrendQuarters}个季度平均每季变化推算，分母按本季数"),
        PaceMethod.Level => "按年初至今的水平推算",
    };

    /// <summary>The year's end against its target; empty in the fourth quarter.</summary>
    public string YearEnd => forecast.YearEnd switch
    {
        null => "",
        { State: RagStatus.Green } met => $"预测年末{met.Words.ValueWithBasis}，可达到全年目标{met.Words.YearTarget}。",
        { Shortfall.Sign: 0 } equal => $"预测年末{equal.Words.ValueWithBasis}，与全年目标{equal.Words.YearTarget}恰好持平，未超过。",
        { Shortfall: not null } behind => $"预测年末{behind.Words.ValueWithBasis}，比全年目标{behind.Words.YearTarget}{behind.Words.GapVerb}{behind.Words.GapNumber}。",
        var unjudged => $"预测年末{unjudged.Words.ValueWithBasis}。",
    };

    /// <summary>When what is behind would be green; empty where nothing is.</summary>
    public string Green => forecast switch
    {
        { GreenFrom: { } quarter } => $"按此进度，预测{quarter.ChineseName}转为达标。",
        _ when forecast.Now.Judged.IsBehind() && forecast.Now.Quarter < End => "按此进度，预测方案期内不能转为达标。",
        _ => "",
    };

    /// <summary>How far the same method was off before.</summary>
    public string Hindsight => forecast.Hindsight is { } error
        ? string.Create(CultureInfo.InvariantCulture, $"此前用同一方法预测年末数{error.Count}次，与实际平均相差{Mean(error)}。")
        : "此前没有可对照的预测。";

    /// <summary>All of it with the method, as it is printed.</summary>
    public string All => YearEnd + Green == "" ? "" : $"{YearEnd}{Green}（{Method}；{Hindsight.TrimEnd('。')}）";

    private Quarter End => new(forecast.Now.Indicator.Targets[^1].Year, 4);

    private string Mean(ForecastError error) =>
        RatingExplanation.Number(error.Mean, forecast.Now.Indicator.DisplayDecimals) + forecast.Now.Indicator.DifferenceUnit;
}
