using Tongliao.GreenDev.Application.Export.Streaming;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>Writes the rest of a row on an indicator's sheet, which was begun with unit and quarter.</summary>
internal sealed class LedgerRow(StreamedSheet sheet, LedgerColumns columns, IndicatorRating rating)
{
    private readonly Indicator indicator = rating.Indicator;
    private readonly int row = sheet.RowNumber;

    private CellLook ValueLook => LedgerLooks.Number with { Decimals = indicator.DisplayDecimals };

    private TargetBasis Basis => rating.YearTarget.Basis;

    /// <summary>A whole of which the reader sees only a part: what it came to, and nothing from which the rest could be told.</summary>
    public void AddTold()
    {
        for (var column = LedgerColumns.Quarter + 1; column < columns.Value; column++)
        {
            sheet.Blank(LedgerLooks.Total);
        }

        sheet.Number(rating.Value, ValueLook, key: Key(FactWhat.Value));
        AddParameters(rating.YearTarget.Comparison, rating.Target?.Expected, rating.Target?.Tolerance, LedgerLooks.Number);
        sheet.Text(rating.State.Word(), LedgerLooks.Centre, Key(FactWhat.Light));
        AddEnd(null, null, null, null);
    }

    public void AddUnit(RatedCase rated)
    {
        var unit = rated.Units[0];
        var (figure, light) = (unit.FigureOf(rating.Quarter), LightFormula.Of(indicator, rating.Quarter, rated));
        var parameters = UnitParameters.Of(indicator, rating.Quarter, unit, light);
        foreach (var field in indicator.Inputs)
        {
            sheet.Number(figure?.Inputs?[field.Key], LedgerLooks.Trial, Key(field.Key));
        }

        sheet.Text(figure?.NotApplicableReason ?? "", LedgerLooks.TrialText, key: "");
        AddStart(parameters);
        AddOffset(parameters);
        sheet.Formula(light.Value(At, columns.Offset is { } offset ? At(offset) : ""), rating.Value, ValueLook, key: Key(FactWhat.Value));
        AddParameters(light.Comparison, light.Expected, light.Tolerance, LedgerLooks.Trial);
        sheet.Formula(light.Light(At, At(columns.Reason), At(columns.Value), At(columns.Expected), At(columns.Tolerance)), rating.State.Word(), LedgerLooks.Centre, Key(FactWhat.Light));
        AddEnd(
            Reckoned.Flag(unit.CountsFor(indicator)),
            new Reckoned(ValueMeasure.HasReported(indicator, figure) ? 1 : 0, light.HasReported(At, At(columns.Reason))),
            new Reckoned(figure?.UsableInputs(indicator) is null ? 0 : 1, light.Applies(At, At(columns.Reason))),
            Reckoned.Flag(parameters.Lacks));
    }

    /// <param name="rated">All units below the whole.</param>
    /// <param name="first">Row of the first quarter of the first unit below it.</param>
    /// <param name="last">Row of the last quarter of the last one.</param>
    public void AddWhole(RatedCase rated, int first, int last)
    {
        var counting = rated.Units.Where(unit => unit.CountsFor(indicator)).ToList();
        var (light, made) = (LightFormula.Of(indicator, rating.Quarter, rated), new WholeParameters(indicator, rating.Quarter, counting));
        var rows = new MemberRows(columns, first, last, row) { IsIncrease = rating.YearTarget.Annex.IsIncrease };
        var formula = new WholeFormula(light, indicator, Basis, rows, counting.Count);
        foreach (var field in indicator.Inputs)
        {
            sheet.Formula(formula.Input(field.Key), made.Sum(field.Key), LedgerLooks.Total, key: "");
        }

        sheet.Blank(LedgerLooks.Total);
        foreach (var (column, key) in new[] { (columns.StartNumerator, InputKey.Numerator), (columns.StartDenominator, InputKey.Denominator) })
        {
            if (column is { } start)
            {
                AddTotal(formula.Start(start), made.Start(key));
            }
        }

        if (columns.Offset is not null)
        {
            AddTotal(formula.Offset, Basis == TargetBasis.Increase ? made.LessThen : made.Carried);
        }

        sheet.Formula(formula.Value, rating.Value, LedgerLooks.Total with { Decimals = indicator.DisplayDecimals }, key: Key(FactWhat.Value));
        AddParameters(light.Comparison, light.Expected, light.Tolerance, LedgerLooks.Trial);
        sheet.Formula(formula.Light, rating.State.Word(), LedgerLooks.Centre, Key(FactWhat.Light));
        AddEnd(null, new Reckoned(made.Reported, rows.CountReported), new Reckoned(made.Applying, rows.CountApplying), new Reckoned(made.Lacking, rows.CountLacking));
    }

    private static Rational? Rational(decimal? number) => number is { } known ? known : null;

    private string Key(FactWhat what) => FigureFacts.KeyOf(rating, what);

    private string Key(InputKey input) => FactKey.OfInput(new ValueKey(rating.UnitCode, rating.Quarter, indicator.Number), input).ToString();

    private string At(int column) => SheetAddress.At(row, column);

    private string At(InputKey key) => At(columns.Input(key));

    private void AddStart(UnitParameters parameters)
    {
        if (columns.StartNumerator is not null)
        {
            // A relative increase is reckoned with a factor that was fixed when the book was written.
            var look = Basis == TargetBasis.Increase ? LedgerLooks.Trial : LedgerLooks.Number;
            sheet.Number(Rational(parameters.Start?.Numerator), look);
            sheet.Number(Rational(parameters.Start?.Denominator), look);
        }
    }

    private void AddOffset(UnitParameters parameters)
    {
        if (columns.Offset is null)
        {
            return;
        }

        if (Basis == TargetBasis.Increase && parameters.Start is not null)
        {
            sheet.Formula(
                $"-{At(columns.StartNumerator!.Value)}/{At(columns.StartDenominator!.Value)}{(indicator.IsPercentage ? "*100" : "")}",
                parameters.Offset,
                LedgerLooks.Number,
                LightFormula.OffsetDecimals);
        }
        else
        {
            sheet.Number(parameters.Offset, LedgerLooks.Trial, LightFormula.OffsetDecimals, key: "");
        }
    }

    private void AddTotal(string? formula, Rational? value)
    {
        if (formula is null)
        {
            sheet.Blank(LedgerLooks.Total);
        }
        else
        {
            sheet.Formula(formula, value, LedgerLooks.Total, LightFormula.OffsetDecimals);
        }
    }

    private void AddParameters(Comparison comparison, Rational? expected, Rational? tolerance, CellLook look)
    {
        sheet.Text(expected is null ? "" : IndicatorTarget.SignOf(comparison), LedgerLooks.Centre);
        sheet.Number(expected, look, key: rating.Target is null ? "" : Key(FactWhat.Expected));
        sheet.Number(tolerance, look, key: "");
    }

    private void AddEnd(Reckoned? counts, Reckoned? reported, Reckoned? applies, Reckoned? lacks)
    {
        sheet.Text(rating.IsProvisional ? RatingWords.Provisional : "", LedgerLooks.Centre);
        sheet.Text(rating.Explanation, LedgerLooks.Words, key: "");
        foreach (var number in new[] { counts, reported, applies, lacks })
        {
            if (number is { Formula: { } formula })
            {
                sheet.Formula(formula, number.Value, LedgerLooks.Hidden);
            }
            else
            {
                sheet.Number(number is null ? null : (Rational)number.Value, LedgerLooks.Hidden);
            }
        }

        sheet.Point(At(columns.Value), rating.Value, LedgerLooks.Hidden);
    }
}
