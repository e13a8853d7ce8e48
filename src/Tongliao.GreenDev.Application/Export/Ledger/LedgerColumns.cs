using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>Where things stand on an indicator's sheet, counted from 1.</summary>
internal sealed class LedgerColumns
{
    public const int Unit = 1;
    public const int Quarter = 2;

    private const int FirstInput = 3;

    private readonly IReadOnlyList<InputKey> inputs;

    public LedgerColumns(Indicator indicator)
    {
        inputs = [.. indicator.Inputs.Select(field => field.Key)];
        Reason = FirstInput + inputs.Count;
        var next = Reason + 1;
        if (indicator.Targets.Any(target => target.IsIncrease))
        {
            (StartNumerator, StartDenominator) = (next++, next++);
        }

        if (indicator.IsSum || StartNumerator is not null)
        {
            Offset = next++;
        }

        Value = next;
        Words = Shown = Value + 6;
    }

    /// <summary>不适用原因.</summary>
    public int Reason { get; }

    /// <summary>上年末 of an increase; null where the plan asks for none.</summary>
    public int? StartNumerator { get; }

    /// <inheritdoc cref="StartNumerator"/>
    public int? StartDenominator { get; }

    /// <summary>往期数; null where nothing earlier goes in.</summary>
    public int? Offset { get; }

    public int Value { get; }

    public int Sign => Value + 1;

    public int Expected => Value + 2;

    public int Tolerance => Value + 3;

    public int Light => Value + 4;

    /// <summary>暂.</summary>
    public int Provisional => Value + 5;

    /// <summary>判定说明, the last that is shown.</summary>
    public int Words { get; }

    public int Shown { get; }

    /// <summary>1 for a unit that counts for the whole.</summary>
    public int Counts => Shown + 1;

    /// <summary>1 for a unit that has reported, of a whole how many have.</summary>
    public int Reported => Shown + 2;

    /// <summary>1 for a unit whose numbers go into the whole, of a whole how many.</summary>
    public int Applies => Shown + 3;

    /// <summary>1 for a unit that lacks what its value starts from, of a whole how many.</summary>
    public int Lacks => Shown + 4;

    /// <summary>What the chart draws.</summary>
    public int Point => Shown + 5;

    public int HiddenColumns => Point - Shown;

    public int Input(InputKey key) => FirstInput + inputs.ToList().IndexOf(key);
}
