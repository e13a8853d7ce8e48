using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>
/// Compares one typed number with the same unit's last one. A stock is compared with the latest quarter known. What is summed
/// since 1 January starts again every year: it is compared within the year, with the time that has gone by in mind, otherwise
/// with the same quarter a year earlier.
/// </summary>
internal sealed class InputComparison
{
    private readonly Indicator indicator;
    private readonly InputField typed;
    private readonly Quarter quarter;
    private readonly Quarter before;
    private readonly decimal now;
    private readonly decimal earlier;
    private readonly CheckLimits limits;
    private readonly Rational leap;

    private InputComparison(Indicator indicator, InputField field, Quarter quarter, decimal now, Quarter before, decimal earlier, CheckLimits limits)
    {
        this.indicator = indicator;
        typed = field;
        this.quarter = quarter;
        this.now = now;
        this.before = before;
        this.earlier = earlier;
        this.limits = limits;
        leap = limits.LeapOf(indicator, field);
    }

    private bool IsWithinYear => indicator.IsYearToDate && before.Year == quarter.Year;

    private Rational MostGrowth => indicator.IsSum && IsWithinYear ? limits.PaceJump : leap;

    private string Change => $"“{typed.Label}”由{WarningText.Name(before, quarter)}{WarningText.Number(earlier)}{typed.Unit}变为{WarningText.Number(now)}{typed.Unit}";

    /// <summary>What is to be asked about one field; null when nothing is.</summary>
    public static Finding? Of(
        Indicator indicator, InputField field, Quarter quarter, ReportedInputs inputs, IReadOnlyDictionary<Quarter, ReportedFigure> figures, CheckLimits limits)
    {
        // A correction lies around 0 and may change its sign: how many times its last one it is means nothing.
        if (field.Key == InputKey.Correction || inputs[field.Key] is not { } now)
        {
            return null;
        }

        var found = WithLast(indicator, field, quarter, now, figures, limits)?.Find();
        return found?.Rule == CheckCode.UnitSlip ? found : OverLastYear(indicator, field, quarter, now, figures, limits) ?? found;
    }

    /// <summary>Whether a number is more than a factor times its last one, or less than its inverse, with the time that has gone by in mind.</summary>
    public static bool Exceeds(
        Indicator indicator,
        InputField field,
        Quarter quarter,
        ReportedInputs inputs,
        IReadOnlyDictionary<Quarter, ReportedFigure> figures,
        CheckLimits limits,
        Rational factor) =>
        field.Key != InputKey.Correction
        && inputs[field.Key] is { } now
        && WithLast(indicator, field, quarter, now, figures, limits)?.Exceeds(factor) == true;

    private static InputComparison? WithLast(
        Indicator indicator, InputField field, Quarter quarter, decimal now, IReadOnlyDictionary<Quarter, ReportedFigure> figures, CheckLimits limits) =>
        Candidates(indicator, quarter)
            .Select(before => (Quarter: before, Number: NumberOf(indicator, field, figures.GetValueOrDefault(before))))
            .FirstOrDefault(before => before.Number is not null) is { Number: { } earlier } known
                ? new InputComparison(indicator, field, quarter, now, known.Quarter, earlier, limits)
                : null;

    private bool Exceeds(Rational factor) =>
        earlier != 0 && ExpectedGrowth() is var (least, most) && Math.Abs(now - earlier) >= limits.LeastDifference
        && (now > earlier * most * factor || now * factor < earlier * least);

    private static decimal? NumberOf(Indicator indicator, InputField field, ReportedFigure? figure) =>
        figure?.ReasonNotApplicable(indicator) is null ? figure?.Inputs?[field.Key] : null;

    /// <summary>What was summed since 1 January is, by the end of March, more than in the whole of last year.</summary>
    private static Finding? OverLastYear(
        Indicator indicator, InputField field, Quarter quarter, decimal now, IReadOnlyDictionary<Quarter, ReportedFigure> figures, CheckLimits limits)
    {
        if (!indicator.IsYearToDate || quarter.Number != 1
            || NumberOf(indicator, field, figures.GetValueOrDefault(quarter.Previous)) is not { } year
            || now - year < limits.LeastDifference || now <= year * limits.FirstQuarter)
        {
            return null;
        }

        var times = limits.FirstQuarter == 1 ? "" : $"的{WarningText.Times(limits.FirstQuarter)}倍";
        return new Finding(
            FindingSeverity.Warning,
            CheckCode.OverLastYear,
            field.Key,
            $"“{field.Label}”一季度{WarningText.Number(now)}{field.Unit}，已超过去年全年累计{WarningText.Number(year)}{field.Unit}{times}，本年累计应从1月1日重新计起，请核对；属实请填写说明。")
        {
            Key = FindingKey.Of(CheckCode.OverLastYear, field.Key, now, year),
        };
    }

    private static IEnumerable<Quarter> Candidates(Indicator indicator, Quarter quarter) =>
        ValueWarnings.ComparedQuarters(quarter)
            .Where(before => !indicator.IsYearToDate || before.Year == quarter.Year || before == quarter.YearEarlier);

    private Finding? Find()
    {
        // From nothing there is no telling how many times more; neither where the curve expects nothing yet.
        if (earlier == 0 || ExpectedGrowth() is not var (least, most))
        {
            return Fallen();
        }

        if (Math.Abs(now - earlier) < limits.LeastDifference)
        {
            return Fallen() ?? (now == earlier ? Slow(least) : null);
        }

        var isTooMuch = now > earlier * most * MostGrowth;
        var isTooLittle = now * leap < earlier;
        if (!isTooMuch && !isTooLittle)
        {
            return Fallen() ?? Slow(least) ?? Swapped(earlier * least, earlier * most);
        }

        if (UnitSlips.Of(typed.Unit, now, earlier * least, earlier * most, limits) is var (factor, units))
        {
            return Warning(CheckCode.UnitSlip, $"{Change}，相差约{WarningText.Number(factor)}倍，{SlipHint(units)}；属实请填写说明。");
        }

        return (isTooMuch, IsWithinYear) switch
        {
            (true, true) when indicator.IsSum => Warning(CheckCode.Jump, $"{Change}，按进度加快{WarningText.Share(limits.PaceJump - 1)}以上，请核对；属实请填写说明。"),
            (true, true) => Warning(CheckCode.Leap, $"{Change}，超过按进度应有数的{WarningText.Times(leap)}倍，{ShareHint}请核对；属实请填写说明。"),
            (true, false) => Warning(CheckCode.Leap, $"{Change}，超过原数的{WarningText.Times(leap)}倍，{ShareHint}请核对；属实请填写说明。"),
            (false, true) => Fallen(),
            (false, false) => Warning(CheckCode.Leap, $"{Change}，不足原数的{WarningText.Share(1 / leap)}，{ShareHint}请核对；属实请填写说明。"),
        };
    }

    /// <summary>How many times more a number should be than the earlier one, from least to most.</summary>
    private (Rational Least, Rational Most)? ExpectedGrowth()
    {
        if (!IsWithinYear)
        {
            return (1, 1);
        }

        // The curve is that of the building season; water and waste flow evenly.
        var evenly = (Rational)quarter.Number / before.Number;
        if (!indicator.IsOfBuilding)
        {
            return (evenly, evenly);
        }

        var (share, shareBefore) = (indicator.ProgressCurve[quarter.Number - 1], indicator.ProgressCurve[before.Number - 1]);
        if (shareBefore == 0)
        {
            return indicator.IsSum ? null : (evenly, evenly);
        }

        var byCurve = (Rational)share / shareBefore;
        return indicator.IsSum ? (byCurve, byCurve) : (Rational.Min(evenly, byCurve), Rational.Max(evenly, byCurve));
    }

    private Finding? Fallen()
    {
        if (now >= earlier)
        {
            return null;
        }

        return IsWithinYear
            ? Warning(CheckCode.SumFell, $"{Change}，本年累计数一般不应减少，请核对；属实请填写说明。")
            : indicator.NeverFalls && typed.Key == InputKey.Numerator
            ? Warning(CheckCode.CountFell, $"{Change}，已完成数一般不应减少，请核对；属实请填写说明。")
            : null;
    }

    /// <summary>Far less than the slower of the paces gives is perhaps the quarter's amount alone; a yearly amount may well come late.</summary>
    private Finding? Slow(Rational least) => IsWithinYear && !indicator.IsSum && now < earlier * least * limits.SlowestPace
        ? Warning(CheckCode.SumSlow, $"{Change}，明显低于按进度应有数，是否只填了本季度的数？本项填年初至今累计，请核对；属实请填写说明。")
        : null;

    /// <summary>Building comes and goes: there a number near to what was expected by chance says nothing.</summary>
    private Finding? Swapped(Rational least, Rational most) => !indicator.IsOfBuilding && DigitSlips.Of(now, least, most, limits) is { } meant
        ? Warning(CheckCode.DigitsSwapped, $"{Change}，是否有相邻两位数字颠倒（{WarningText.Number(meant)}）？请核对；属实请填写说明。")
        : null;

    private string SlipHint(IReadOnlyList<string> units) => units.Count == 0
        ? $"是否小数点或单位有误？{ShareHint}本项单位为“{typed.Unit}”，请核对"
        : $"是否误按{string.Join('或', units.Select(unit => $"“{unit}”"))}填写？本项单位为“{typed.Unit}”，请核对单位";

    /// <summary>0.99 of 1 is a share, typed where quantities are asked for.</summary>
    private string ShareHint => indicator.IsPercentage && now <= 1 && now < earlier && !typed.IsCount ? "是否误填了比例？" : "";

    private Finding Warning(CheckCode code, string message) =>
        new(FindingSeverity.Warning, code, typed.Key, message) { Key = FindingKey.Of(code, typed.Key, now, earlier) };
}
