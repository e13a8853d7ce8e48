using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Tongliao.GreenDev.Domain.Tests;

/// <summary>Runs a property on a fixed seed, so that a failure repeats itself; the failure prints the seed and the case.</summary>
internal static class Properties
{
    private const ulong Seed = 20231104;
    private const ulong Gamma = 63;

    /// <summary>A mutant is noticed by a tenth of the cases nearly as well, and a thousand of them are tried (eng/mutate.sh).</summary>
    private static readonly int Divisor = Environment.GetEnvironmentVariable("Mutating") == "true" ? 10 : 1;

    internal static void Check<T>(Gen<T> generator, Action<T> property, int runs = 500)
    {
        var config = Config.QuickThrowOnFailure
            .WithQuietOnSuccess(true)
            .WithMaxTest(runs / Divisor)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed, Gamma), FSharpOption<int>.None)))
            .WithName($"replay seed ({Seed},{Gamma})");
        FsCheck.Check.One(config, Prop.ForAll(Arb.From(generator), property));
    }

    /// <summary>A number as a county may type it: up to <paramref name="max"/> with up to four decimals.</summary>
    internal static Gen<decimal> Typed(int max) =>
        from whole in Gen.Choose(0, max)
        from part in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, 9999)))
        select Math.Min(max, whole + (part / 10000m));

    /// <summary>Numerator and denominator of a percentage, often close to a share of interest.</summary>
    internal static Gen<(decimal Numerator, decimal Denominator)> Fraction(decimal sharePercent) =>
        Gen.OneOf(
            from denominator in Typed(5000).Where(d => d > 0)
            from share in Gen.Choose(0, 10000)
            select (decimal.Round(denominator * share / 10000m, 4, MidpointRounding.ToZero), denominator),
            from hundreds in Gen.Choose(1, 50)
            from nudge in Gen.Choose(-60, 60)
            let denominator = hundreds * 100m
            let near = (denominator * sharePercent / 100m) + (nudge * denominator / 5000m)
            select (Math.Clamp(decimal.Round(near, 4), 0, denominator), denominator));
}
