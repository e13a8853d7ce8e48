using System.Globalization;
using Tongliao.GreenDev.Application.Export.Streaming;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>What a whole's row comes to by the rows of its units (ΣN/ΣD, never a mean), as formulas.</summary>
/// <param name="light">By which it is judged.</param>
/// <param name="indicator">As it is judged in the quarter.</param>
/// <param name="basis">What the year's target counts.</param>
/// <param name="rows">The units' rows.</param>
/// <param name="counting">How many of them count.</param>
internal sealed class WholeFormula(LightFormula light, Indicator indicator, TargetBasis basis, MemberRows rows, int counting)
{
    private LedgerColumns Columns => rows.Columns;

    private bool IsIncrease => basis is TargetBasis.Increase or TargetBasis.RelativeIncrease;

    private bool StartsFromEarlier => IsIncrease || basis is TargetBasis.Cumulative or TargetBasis.Window;

    /// <summary>One of the typed numbers, summed; Rn weighted by the water supplied.</summary>
    public string Input(InputKey key) => $"IF({At(Columns.Applies)}=0,\"\",{(key == InputKey.Correction ? $"{rows.SumWeighted(Columns.Input(key), Columns.Input(InputKey.Supplied))}/{At(InputKey.Supplied)}" : rows.Sum(Columns.Input(key)))})";

    /// <summary>上年末 of an increase; null where there is none.</summary>
    public string? Start(int column) => IsIncrease ? $"IF({At(Columns.Applies)}=0,\"\",{rows.Sum(column)})" : null;

    /// <summary>往期数; null where nothing earlier goes in.</summary>
    public string? Offset => basis switch
    {
        TargetBasis.Cumulative or TargetBasis.Window => rows.SumReported(Columns.Offset!.Value),
        TargetBasis.Increase => $"IF({HasNoStart},\"\",-{Then})",
        TargetBasis.RelativeIncrease or TargetBasis.Level or TargetBasis.YearAmount => null,
    };

    public string Value
    {
        get
        {
            var value = basis switch
            {
                TargetBasis.Level when indicator.Kind == MeasureKind.WaterLoss => $"({At(InputKey.Supplied)}-{At(InputKey.Billed)})/{At(InputKey.Supplied)}*100"
                    + (indicator.RatesUncorrectedLoss ? "" : $"-{At(InputKey.Correction)}"),
                TargetBasis.Level => Now,
                TargetBasis.YearAmount => At(InputKey.Amount),
                TargetBasis.Cumulative or TargetBasis.Window => $"{At(InputKey.Amount)}+{At(Columns.Offset!.Value)}",
                TargetBasis.Increase => $"{Now}+{At(Columns.Offset!.Value)}",
                TargetBasis.RelativeIncrease => $"({Now}-{Then})/({Then})*100",
            };
            var reckoned = IsIncrease ? $"IF({HasNoStart},\"\",{value})" : value;
            return $"IF({At(Columns.Applies)}=0,\"\",{(StartsFromEarlier ? $"IF({At(Columns.Lacks)}>0,\"\",{reckoned})" : reckoned)})";
        }
    }

    public string Light
    {
        get
        {
            var judged = light.Judged(At(Columns.Value), At(Columns.Expected), At(Columns.Tolerance));
            if (counting == 0)
            {
                return LightFormula.Quoted(RagStatus.NotApplicable);
            }

            var started = !IsIncrease
                ? judged
                : $"IF({At(InputKey.Denominator)}=0,{LightFormula.Quoted(RagStatus.NotApplicable)},"
                    + $"IF({HasNoStart},{LightFormula.Quoted(RagStatus.MissingBaseline)},{judged}))";
            var reckoned = StartsFromEarlier ? $"IF({At(Columns.Lacks)}>0,{LightFormula.Quoted(RagStatus.MissingBaseline)},{started})" : started;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"IF({At(Columns.Reported)}<{counting},{LightFormula.Quoted(RagStatus.Incomplete)},IF({At(Columns.Applies)}=0,{LightFormula.Quoted(RagStatus.NotApplicable)},{reckoned}))");
        }
    }

    private string Scale => indicator.IsPercentage ? "*100" : "";

    private string Now => $"{At(InputKey.Numerator)}/{At(InputKey.Denominator)}{Scale}";

    private string Then => $"{At(Columns.StartNumerator!.Value)}/{At(Columns.StartDenominator!.Value)}{Scale}";

    /// <summary>Nothing can be compared; of a relative increase also where there was nothing.</summary>
    private string HasNoStart => basis == TargetBasis.RelativeIncrease
        ? $"N({At(Columns.StartNumerator!.Value)})=0"
        : $"N({At(Columns.StartDenominator!.Value)})=0";

    private string At(InputKey key) => At(Columns.Input(key));

    private string At(int column) => SheetAddress.At(rows.Row, column);
}
