using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Why a light is what it is (判定依据). What rests on every unit of a whole is left out for who may not read them all.</summary>
/// <param name="Rating">The light with everything it says.</param>
/// <param name="Basis">口径, in words.</param>
/// <param name="Inputs">The typed numbers; of a whole the sums of those that are in.</param>
/// <param name="Formula">With the numbers in it.</param>
/// <param name="Expected">How what was due came about.</param>
/// <param name="Tolerance">How the tolerance came about.</param>
/// <param name="Target">Which version of the target.</param>
/// <param name="Clause">The plan's sentence; <c>phrase</c> is what sets the indicator.</param>
/// <param name="Members">The units of a whole, who is in and with what weight (0–1).</param>
/// <param name="Steps">Who entered, explained and approved it, as offices.</param>
/// <param name="Answers">说明 of the unit.</param>
/// <param name="Quality">Facts on the data.</param>
/// <param name="ToGreen">The least work that turns the light green.</param>
/// <param name="ToYearTarget">The least work that meets the year's target.</param>
/// <param name="Forecast">预测; never a light.</param>
internal sealed record AccountAnswer(
    RatingAnswer Rating,
    string Basis,
    IReadOnlyList<NumberAnswer> Inputs,
    string Formula,
    string Expected,
    string Tolerance,
    AccountTarget Target,
    Clause Clause,
    IReadOnlyList<MemberAnswer> Members,
    IReadOnlyList<AccountStep> Steps,
    IReadOnlyList<string> Answers,
    IReadOnlyList<AccountFact> Quality,
    WorkAnswer? ToGreen,
    WorkAnswer? ToYearTarget,
    ForecastAnswer? Forecast)
{
    public static AccountAnswer Of(RatingAccount account)
    {
        var (calculation, numbers) = (account.Calculation, account.Calculation.Numbers);
        return new AccountAnswer(
            RatingAnswer.Of(account.Rating),
            account.Basis.Word(),
            [.. from field in account.Indicator.Inputs where numbers?[field.Key] is not null select new NumberAnswer(field.Key, field.Label, field.Unit, numbers![field.Key]!.Value)],
            calculation.Formula,
            calculation.Expected,
            calculation.Tolerance,
            account.Target,
            account.Clause,
            [.. calculation.Members.Select(member => new MemberAnswer(member.UnitCode, member.Part, member.Inputs is { } inputs ? InputsAnswer.Of(inputs) : null, member.Weight?.Round(10)))],
            account.Steps,
            account.Answers,
            account.Quality,
            WorkAnswer.Of(calculation.ToExpected),
            WorkAnswer.Of(calculation.ToYearTarget),
            ForecastAnswer.Of(calculation.Forecast));
    }
}

/// <summary>A typed number with its field.</summary>
internal sealed record NumberAnswer(InputKey Field, string Label, string Unit, decimal Value);

/// <summary>A unit's part in a whole.</summary>
internal sealed record MemberAnswer(string Region, MemberPart Part, InputsAnswer? Inputs, decimal? Weight);

/// <summary>Work that a light lacks.</summary>
/// <param name="Field">The number that moves.</param>
/// <param name="Less">It has to fall, not to rise.</param>
/// <param name="Amount">By how much, all together; null where no work does it.</param>
/// <param name="Unit">Of the amount.</param>
/// <param name="Words">In one sentence, also why no work does it.</param>
/// <param name="Shares">Who does how much.</param>
internal sealed record WorkAnswer(InputKey Field, bool Less, decimal? Amount, string Unit, string Words, IReadOnlyList<UnitWorkAnswer> Shares)
{
    public static WorkAnswer? Of(GapToGreen? gap) => gap is null ? null : new WorkAnswer(
        gap.Field.Key, gap.IsLess, gap.Amount, gap.Field.Unit, gap.Words.Full, [.. gap.Work?.Select(work => new UnitWorkAnswer(work.UnitCode, work.Amount)) ?? []]);
}

/// <summary>One unit's share of work.</summary>
internal sealed record UnitWorkAnswer(string Region, decimal Amount);

/// <summary>Where a value leads at the present pace.</summary>
/// <param name="Method">season, trend or level.</param>
/// <param name="YearEnd">The value at the year's end; null in the fourth quarter.</param>
/// <param name="GreenFrom">The first later quarter in which it would be green, for example <c>2025Q4</c>; null for none.</param>
/// <param name="MeanError">Mean absolute error of earlier forecasts; null where none can be compared.</param>
/// <param name="Compared">Of how many.</param>
/// <param name="Words">In Chinese.</param>
internal sealed record ForecastAnswer(PaceMethod Method, decimal? YearEnd, string? GreenFrom, decimal? MeanError, int Compared, string Words)
{
    public static ForecastAnswer? Of(Forecast? forecast) => forecast is null ? null : new ForecastAnswer(
        forecast.Method,
        forecast.YearEnd?.Value?.Round(10),
        forecast.GreenFrom?.ToString(),
        forecast.Hindsight?.Mean.Round(10),
        forecast.Hindsight?.Count ?? 0,
        forecast.Words.All);
}
