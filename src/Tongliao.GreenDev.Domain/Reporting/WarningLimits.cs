using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>From where on a typed value gets a warning (需核对): the one place of these numbers.</summary>
internal static class WarningLimits
{
    /// <summary>How many quarters back a number is looked for when last quarter's is not there.</summary>
    public const int QuartersBack = 4;

    /// <summary>A number more than this many times its last one, or less than its inverse, gets a warning.</summary>
    public const int Leap = 2;

    /// <summary>A smaller difference than this is rounding, however many times more it is: 0.01 万平方米 against 0.</summary>
    public const decimal LeastDifference = 0.05m;

    /// <summary>Powers of ten that a slip of the point or the unit makes.</summary>
    public static readonly IReadOnlyList<int> PowersOfTen = [10, 100, 1_000, 10_000];

    /// <summary>How near a number must be to such a power, as a share of it.</summary>
    public static readonly Rational SlipTolerance = new(1, 4);

    /// <summary>A result that changed by more than this share of its last one gets a warning.</summary>
    public static readonly Rational ResultJump = new(1, 2);

    /// <summary>The share of what hardly moves (<see cref="Plans.Indicator.IsSteady"/>) gets a warning when it changed by more, percentage points.</summary>
    public const int SteadyPoints = 5;

    /// <summary>A sum that grows this many times faster than the year's curve gets a warning.</summary>
    public static readonly Rational PaceJump = new(3, 2);

    /// <summary>An even flow that is less than this share of what the time gone by gives gets a warning.</summary>
    public static readonly Rational SlowestPace = new(3, 4);

    /// <summary>A number off by more than this share of what was expected may have two digits swapped.</summary>
    public static readonly Rational SwapDifference = new(1, 10);

    /// <summary>How many times nearer to what was expected the number must be with its digits put right.</summary>
    public const int SwapNearer = 5;

    /// <summary>A percentage of at most this is perhaps a share typed for a percentage.</summary>
    public const int TinyPercentage = 1;
}
