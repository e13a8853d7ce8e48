using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>The numbers a county typed for one indicator. Which of them an indicator takes is said by <see cref="Indicator.Inputs"/>.</summary>
public sealed record ReportedInputs
{
    public static ReportedInputs None { get; } = new();

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public decimal? Amount { get; init; }

    /// <summary>供水总量 Qs.</summary>
    public decimal? Supplied { get; init; }

    /// <summary>注册用户用水量 Qa.</summary>
    public decimal? Billed { get; init; }

    /// <summary>总修正值 Rn, percentage points, −10 to 10.</summary>
    public decimal? Correction { get; init; }

    public bool IsEmpty => this == None;

    public decimal? this[InputKey key] => key switch
    {
        InputKey.Numerator => Numerator,
        InputKey.Denominator => Denominator,
        InputKey.Amount => Amount,
        InputKey.Supplied => Supplied,
        InputKey.Billed => Billed,
        InputKey.Correction => Correction,
    };

    public ReportedInputs With(InputKey key, decimal? value) => key switch
    {
        InputKey.Numerator => this with { Numerator = value },
        InputKey.Denominator => this with { Denominator = value },
        InputKey.Amount => this with { Amount = value },
        InputKey.Supplied => this with { Supplied = value },
        InputKey.Billed => this with { Billed = value },
        InputKey.Correction => this with { Correction = value },
    };

    /// <summary>Nothing can be divided by these numbers.</summary>
    internal bool HasZeroDenominator => Denominator == 0 || Supplied == 0;

    /// <summary>Whether every field the indicator takes is filled.</summary>
    public bool IsCompleteFor(Indicator indicator)
    {
        foreach (var field in indicator.Inputs)
        {
            if (this[field.Key] is null)
            {
                return false;
            }
        }

        return true;
    }
}
