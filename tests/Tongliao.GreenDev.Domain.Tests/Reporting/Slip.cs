using System.Globalization;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>A way to type something wrong.</summary>
/// <param name="Name">As docs/testing.md lists it.</param>
/// <param name="LeastNoticed">Per cent of it that the checks must notice.</param>
/// <param name="Make">What is typed; null where it cannot happen to a value.</param>
internal sealed record Slip(string Name, int LeastNoticed, Func<Slip.Typist, ReportedInputs?> Make)
{
    /// <summary>Digits swapped further behind change no light.</summary>
    private const decimal Matters = 0.1m;

    public static IReadOnlyList<Slip> All { get; } =
    [
        new("ten times too much or too little", 95, typist => typist.Scale(10)),
        new("a hundred or a thousand times", 95, typist => typist.Scale(typist.Random.Next(2) == 0 ? 100 : 1000)),
        new("in another unit", 95, typist => typist.Scale(10_000, isFiner: true)),
        // Of a new building's area, which is never like the last, it is told only by half or double.
        new("two digits swapped", 85, typist => typist.Swap()),
        // Nothing is built in winter: what was built by June is nearly all built in spring.
        new("this quarter alone instead of the year so far", 70, typist => typist.OwnQuarter()),
        new("last quarter's numbers again", 95, typist => typist.Again()),
        new("a count that fell", 95, typist => typist.Fallen()),
        new("a share instead of the quantity", 95, typist => typist.Share()),
        new("counted on from last year", 95, typist => typist.CountedOn()),
        new("a sum since January below the last", 95, typist => typist.Less()),
        new("a share or a slipped point where something is counted", 95, typist => typist.Fraction()),
        new("part and whole in each other's place", 95, typist => typist.Exchanged()),
        // Two rows in ten are about as large by chance.
        new("the numbers of the row below", 85, typist => typist.RowBelow()),
        new("another number for nearly the same fact", 95, typist => typist.Contradicted()),
        new("a hundred times, and nothing to compare with", 80, typist => typist.Scale(100)) { IsFirst = true },
    ];

    /// <summary>It is the first that the unit ever reports: only the plausible range can tell.</summary>
    public bool IsFirst { get; init; }

    public override string ToString() => Name;

    /// <summary>Somebody about to type <paramref name="True"/>.</summary>
    internal sealed record Typist(
        Random Random, Indicator Indicator, Quarter Quarter, ReportedInputs True, IReadOnlyDictionary<Quarter, ReportedFigure> Before, Func<int, ReportedInputs?> Beside)
    {
        private ReportedInputs? Last => Before.GetValueOrDefault(Quarter.Previous)?.Inputs;

        private IReadOnlyList<InputField> Fields => [.. Indicator.Inputs.Where(typed => typed.Key != InputKey.Correction && True[typed.Key] > 0)];

        public ReportedInputs? Scale(int factor, bool isFiner = false) =>
            InOneField(value => isFiner || Random.Next(2) == 0 ? value * factor : decimal.Round(value / factor, 4));

        public ReportedInputs? Swap() => InOneField(value =>
        {
            var digits = value.ToString("0.####", CultureInfo.InvariantCulture).ToCharArray();
            var swapped = Enumerable.Range(0, digits.Length - 1)
                .Where(at => char.IsAsciiDigit(digits[at]) && char.IsAsciiDigit(digits[at + 1]))
                .Select(at => decimal.Parse([.. digits[..at], digits[at + 1], digits[at], .. digits[(at + 2)..]], CultureInfo.InvariantCulture))
                .Where(number => Math.Abs(number - value) >= value * Matters).ToList();
            return swapped.Count == 0 ? null : swapped[Random.Next(swapped.Count)];
        });

        public ReportedInputs? OwnQuarter() => Indicator.IsYearToDate && Quarter.Number > 1 && Last is { } last
            ? Each((key, value) => value - last[key])
            : null;

        public ReportedInputs? Again() => Indicator.IsYearToDate && Last is { } last && Each((_, value) => value) != last && last != ReportedInputs.None ? last : null;

        public ReportedInputs? Fallen() => Indicator.NeverFalls && Last?.Numerator is > 2 and var done
            ? True with { Numerator = decimal.Round(done * 0.9m) - 1 }
            : null;

        public ReportedInputs? Share() => Indicator.IsPercentage && !Indicator.Inputs[0].IsCount && True.Denominator > 2
            ? True with { Numerator = decimal.Round(True.Numerator!.Value / True.Denominator.Value, 3) }
            : null;

        public ReportedInputs? CountedOn() => Indicator.IsYearToDate && Quarter.Number == 1 && Last is { } last
            ? Each((key, value) => value + last[key])
            : null;

        public ReportedInputs? Less() => Indicator.IsYearToDate && Quarter.Number > 1 && Last is { } last && last[Indicator.Inputs[0].Key] > 1
            ? InOneField((key, _) => decimal.Round(last[key]!.Value * 0.9m, 2))
            : null;

        public ReportedInputs? Fraction() => Fields.Where(field => field.IsCount).ToList() is { Count: > 0 } counted
            ? Random.Next(2) == 0 && counted is [{ Key: InputKey.Numerator }, ..] && True.Numerator < True.Denominator
                ? True with { Numerator = decimal.Round(True.Numerator!.Value / True.Denominator!.Value, 2) }
                : True.With(counted[0].Key, True[counted[0].Key] / 10 is var slipped && decimal.Truncate(slipped!.Value) != slipped ? slipped : slipped + 0.5m)
            : null;

        public ReportedInputs? Exchanged() => Indicator.Inputs.Any(field => field.Key == InputKey.Denominator) && True.Denominator > True.Numerator * 1.02m
            ? True with { Numerator = True.Denominator, Denominator = True.Numerator }
            : null;

        public ReportedInputs? RowBelow() =>
            Beside(Indicator.Number + 1) is { } below && Fields.All(field => below[field.Key] is not null) && Each((key, _) => below[key]) is var wrong && wrong != True
                ? wrong
                : null;

        /// <summary>Up to half of the other, or from twice as much; of a part, more than its whole.</summary>
        public ReportedInputs? Contradicted() => Indicator.Number switch
        {
            9 when Beside(10)?.Numerator > 1 => True with { Denominator = decimal.Round(Beside(10)!.Numerator!.Value * Between(1.05m, 2), 2) },
            18 or 21 when Beside(19)?.Denominator > 1 => True with { Denominator = decimal.Round(Beside(19)!.Denominator!.Value * (Random.Next(2) == 0 ? Between(0.3m, 0.5m) : Between(2, 3)), 2) },
            _ => null,
        };

        private decimal Between(decimal least, decimal most) => least + ((decimal)Random.NextDouble() * (most - least));

        private ReportedInputs Each(Func<InputKey, decimal?, decimal?> change) =>
            Fields.Aggregate(True, (inputs, field) => inputs.With(field.Key, change(field.Key, inputs[field.Key])));

        private ReportedInputs? InOneField(Func<decimal, decimal?> change) => InOneField((_, value) => change(value));

        private ReportedInputs? InOneField(Func<InputKey, decimal, decimal?> change)
        {
            if (Fields.Count == 0)
            {
                return null;
            }

            var field = Fields[Random.Next(Fields.Count)];
            return change(field.Key, True[field.Key]!.Value) is { } wrong && wrong != True[field.Key] ? True.With(field.Key, wrong) : null;
        }
    }
}
