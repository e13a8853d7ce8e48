using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>Says in Chinese what a light lacks in the unit of the work.</summary>
public sealed class GapWords
{
    private readonly Indicator indicator;
    private readonly InputField moved;
    private readonly bool isLess;
    private readonly IReadOnlyList<UnitWork>? work;

    internal GapWords(Indicator indicator, InputField moved, bool isLess, IReadOnlyList<UnitWork>? work) =>
        (this.indicator, this.moved, this.isLess, this.work) = (indicator, moved, isLess, work);

    /// <summary>As a cell has room for it, for example 还差7个.</summary>
    public string Brief => work is null ? "" : (isLess ? "还需减少" : "还差") + Total;

    /// <summary>With what is counted and what stands still, or why no work does it.</summary>
    public string Full => work is null ? Impossible : $"“{moved.Label}”{Brief}{StandingStill}";

    /// <summary>Whose work it is, for example 奈曼旗5个、库伦旗2个; empty where no work does it.</summary>
    public string Shares => work is null ? "" : string.Join('、', work.Select(unit => unit.UnitName + Text(unit.Amount)));

    private string Total => Text(work!.Sum(unit => unit.Amount));

    private string StandingStill => indicator.Kind switch
    {
        MeasureKind.StockRatio or MeasureKind.FlowRatio => $"（“{LabelOf(InputKey.Denominator)}”不变）",
        MeasureKind.WaterLoss when indicator.RatesUncorrectedLoss => $"（“{LabelOf(InputKey.Billed)}”不变）",
        MeasureKind.WaterLoss => $"（“{LabelOf(InputKey.Billed)}”“{LabelOf(InputKey.Correction)}”不变）",
        MeasureKind.Sum => "",
    };

    private string Impossible => indicator.Kind switch
    {
        MeasureKind.WaterLoss => $"“{moved.Label}”降到与“{LabelOf(InputKey.Billed)}”相同也达不到，请核对“{LabelOf(InputKey.Correction)}”和目标值。",
        _ when indicator.IsPercentage && !isLess => $"“{moved.Label}”增加到与“{LabelOf(InputKey.Denominator)}”相同也达不到，请核对“{LabelOf(InputKey.Denominator)}”和目标值。",
        _ => $"“{moved.Label}”在可填报的范围内达不到，请核对目标值。",
    };

    private string Text(decimal amount) => NumberText.Display(amount) + moved.Unit;

    private string LabelOf(InputKey key) => indicator.Inputs.First(input => input.Key == key).Label;
}
