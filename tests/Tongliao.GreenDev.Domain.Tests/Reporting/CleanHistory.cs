using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>
/// What one unit could truly have typed for one indicator in eight quarters, at random: stocks that stand or creep, water and waste that
/// flow evenly, building that rests in winter, and years that differ. Not the demo data, whose curve the checks know.
/// </summary>
internal sealed class CleanHistory
{
    public static readonly IReadOnlyList<Quarter> Quarters = [.. Enumerable.Range(0, 8).Select(i => new Quarter(2024 + (i / 4), (i % 4) + 1))];

    private static readonly decimal[] Evenly = [0.25m, 0.25m, 0.25m, 0.25m];
    private static readonly decimal[] InTheBuildingSeason = [0.05m, 0.35m, 0.4m, 0.2m];

    private readonly Random random;
    private readonly Indicator indicator;
    private readonly decimal size;

    private CleanHistory(Random random, Indicator indicator)
    {
        this.random = random;
        this.indicator = indicator;
        size = Between(3, 40);
    }

    /// <summary>What one unit typed, by 序号: the numbers that are near by definition are near, the others know nothing of each other.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyDictionary<Quarter, ReportedFigure>> OfUnit(Random random, IReadOnlyList<Indicator> indicators)
    {
        var unit = new Dictionary<int, IReadOnlyDictionary<Quarter, ReportedFigure>>();

        // First those that others are near to.
        foreach (var indicator in indicators.OrderBy(indicator => indicator.Number is 9 or 18 or 21))
        {
            var history = new CleanHistory(random, indicator);
            var near = indicator.Number switch
            {
                9 => history.Near(unit[10].Values.Select(figure => figure.Inputs!.Numerator!.Value), 0.6m, 0.95m),
                18 or 21 => history.Near(unit[19].Values.Select(figure => figure.Inputs!.Denominator!.Value), 0.8m, 1.1m),
                _ => null,
            };
            unit[indicator.Number] = Quarters.Zip(history.Typed(near)).ToDictionary(pair => pair.First, pair => new ReportedFigure(pair.Second, null, IsApproved: true));
        }

        return unit;
    }

    private IEnumerable<ReportedInputs> Typed(IEnumerable<decimal>? near) => indicator.Kind switch
    {
        MeasureKind.StockRatio when indicator.Inputs[0].IsCount => Counts(),
        MeasureKind.StockRatio => Stocks(),
        MeasureKind.FlowRatio => Flows(near),
        MeasureKind.WaterLoss => Water(),
        MeasureKind.Sum => Sums(),
    };

    private IEnumerable<decimal> Near(IEnumerable<decimal> other, decimal least, decimal most)
    {
        var share = Between(least, most);
        return other.Select(number => decimal.Round(number * share, 2));
    }

    /// <summary>Villages, towns and waterlogged places: the whole is known once and for all, what is done grows.</summary>
    private IEnumerable<ReportedInputs> Counts()
    {
        var whole = decimal.Round(indicator.Number is 2 or 3 ? size * 8 : Between(6, 30));
        var done = decimal.Round(whole * Between(0.3m, 0.6m));
        foreach (var quarter in Quarters)
        {
            done = Math.Min(whole, done + decimal.Round(whole * Between(0, 0.06m)));
            yield return new ReportedInputs { Numerator = done, Denominator = whole };
        }
    }

    private IEnumerable<ReportedInputs> Stocks()
    {
        // Per person or square kilometre of the size; share at the start, and the most it gains in a quarter.
        var (per, start, gain) = indicator.Number switch
        {
            1 => (1m, 33m, 0.8m),
            4 => (1m, 7m, 0.1m),
            5 => (1m, 96m, 0.3m),
            6 => (40m, 88m, 0.8m),
            _ => (1m, 98.5m, 0.1m),
        };
        var (whole, share) = (size * per, start + Between(0, gain * 2));
        foreach (var quarter in Quarters)
        {
            whole *= 1 + (random.Next(3) == 0 ? Between(0, 0.02m) : 0);
            share = Math.Min(indicator.IsPercentage ? 100 : 15, share + Between(0, gain));
            var typed = decimal.Round(whole, 2);
            yield return new ReportedInputs { Numerator = decimal.Round(typed * share / indicator.Scale, 2), Denominator = typed };
        }
    }

    private IEnumerable<ReportedInputs> Flows(IEnumerable<decimal>? near)
    {
        var isWater = indicator.Number is 9 or 10 or 11 or 13;
        var share = indicator.Number switch
        {
            9 => Between(0.25m, 0.4m),
            10 or 11 => Between(0.9m, 0.96m),
            13 => 1,
            _ => Between(0.2m, 0.6m),
        };
        var noise = isWater ? 0.015m : 0.06m;
        foreach (var whole in near ?? YearToDate(isWater ? size * 20 : size, isWater ? Evenly : InTheBuildingSeason, isWater ? 0.15m : 0.3m, isWater ? 0.08m : 0.3m))
        {
            var now = indicator.Number == 13 ? 1 : Math.Clamp(share + Between(-noise, noise), 0, 1);
            yield return new ReportedInputs { Numerator = decimal.Round(whole * now, 2), Denominator = whole };
        }
    }

    private IEnumerable<ReportedInputs> Water()
    {
        var correction = decimal.Round(Between(0.5m, 2.5m), 2);
        var loss = Between(0.1m, 0.13m);
        return YearToDate(size * 20, Evenly, 0.08m, 0.05m).Select(supplied => new ReportedInputs
        {
            Supplied = supplied,
            Billed = decimal.Round(supplied * (1 - loss + Between(-0.01m, 0.01m)), 2),
            Correction = correction,
        });
    }

    private IEnumerable<ReportedInputs> Sums() =>
        YearToDate(size * indicator.Targets[^1].Value / 99, InTheBuildingSeason, 0.3m, 0.3m).Select(amount => new ReportedInputs { Amount = amount });

    /// <summary>Summed since 1 January, each quarter's part and each year's whole off by chance.</summary>
    private IEnumerable<decimal> YearToDate(decimal year, decimal[] curve, decimal noise, decimal noiseOfYear)
    {
        foreach (var _ in Quarters.Chunk(4))
        {
            var whole = year * (1 + Between(-noiseOfYear, noiseOfYear));
            var soFar = 0m;
            foreach (var part in curve)
            {
                soFar += whole * part * (1 + Between(-noise, noise));
                yield return decimal.Round(soFar, 2);
            }
        }
    }

    private decimal Between(decimal least, decimal most) => least + ((decimal)random.NextDouble() * (most - least));
}
