using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>A calendar quarter, written <c>2024Q1</c>.</summary>
public readonly record struct Quarter : IComparable<Quarter>
{
    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        Year = year;
        Number = number;
    }

    public int Year { get; }

    /// <summary>1–4.</summary>
    public int Number { get; }

    /// <summary>The report date: the quarter's last day.</summary>
    public DateOnly LastDay => new DateOnly(Year, (Number * 3) - 2, 1).AddMonths(3).AddDays(-1);

    public Quarter Previous => Number == 1 ? new Quarter(Year - 1, 4) : new Quarter(Year, Number - 1);

    public Quarter Next => Number == 4 ? new Quarter(Year + 1, 1) : new Quarter(Year, Number + 1);

    public Quarter YearEarlier => new(Year - 1, Number);

    /// <summary>The last quarter of the year before.</summary>
    public Quarter PreviousYearEnd => new(Year - 1, 4);

    public bool IsYearEnd => Number == 4;

    /// <summary>For example 三季度.</summary>
    public string ChineseQuarter => "一二三四"[Number - 1] + "季度";

    /// <summary>For example 2025年三季度.</summary>
    public string ChineseName => string.Create(CultureInfo.InvariantCulture, $"{Year}年{ChineseQuarter}");

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>Reads <c>2024Q1</c>; nothing else is accepted.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quarter quarter)
    {
        quarter = default;
        if (text is not { Length: 6 } || text[4] != 'Q' || text[5] is < '1' or > '4'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1 or > 9998)
        {
            return false;
        }

        quarter = new Quarter(year, text[5] - '0');
        return true;
    }

    /// <summary>Reads what comes from outside. What is no quarter becomes <c>default</c>, which no plan has, and is refused as an unknown one.</summary>
    public static Quarter Read(string? text) => TryParse(text, out var quarter) ? quarter : default;

    /// <summary>The same where nothing given means nothing asked for.</summary>
    public static Quarter? ReadOptional(string? text) => text is null ? null : Read(text);

    public static Quarter Parse(string text) =>
        TryParse(text, out var quarter) ? quarter : throw new FormatException($"'{text}' is not a quarter such as 2024Q1.");

    public int CompareTo(Quarter other) => ((Year * 4) + Number).CompareTo((other.Year * 4) + other.Number);

    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Number}");
}

/// <summary>A quarter for which values are collected (填报期).</summary>
public sealed class ReportingPeriod
{
    private ReportingPeriod()
    {
    }

    /// <summary>The plan whose values are collected; a period is known by plan and quarter.</summary>
    public int PlanId { get; private init; }

    public Quarter Quarter { get; private init; }

    public PeriodState State { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>截止日期: the last day on which a submission is on time.</summary>
    public DateOnly? DueOn { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>
    /// The moment of the lock. Targets, baselines and statements recorded by then are what the quarter is rated by ever after: none of
    /// them is ever overwritten.
    /// </summary>
    public DateTimeOffset? LockedAt { get; private set; }

    /// <summary>Name with office of who locked it.</summary>
    public string? LockedBy { get; private set; }

    /// <summary>0 until it is opened, then one more with every change; the form carries it back.</summary>
    public int Version { get; private set; }

    /// <summary>A quarter which has not been opened yet.</summary>
    public static ReportingPeriod NotYetOpened(int planId, Quarter quarter) => new() { PlanId = planId, Quarter = quarter, State = PeriodState.Closed };

    /// <summary>Whether counties may type.</summary>
    public bool AcceptsEntry => State == PeriodState.Open;

    /// <summary>Whether what was submitted may still be approved.</summary>
    public bool AcceptsReview => State != PeriodState.Locked;

    /// <exception cref="InvalidOperationException">The period is locked.</exception>
    public void Open(DateOnly dueOn, DateTimeOffset now)
    {
        BeginChange();
        State = PeriodState.Open;
        DueOn = dueOn;
        OpenedAt ??= now;
        ClosedAt = null;
    }

    /// <exception cref="InvalidOperationException">The period is locked.</exception>
    public void Close(DateTimeOffset now)
    {
        BeginChange();
        State = PeriodState.Closed;
        ClosedAt = now;
    }

    /// <summary>
    /// 锁定: values, lights, dates and state of the quarter change no more. What is recorded later, also of quarters it is compared
    /// with, is not looked at.
    /// </summary>
    /// <param name="now">Later than anything recorded before.</param>
    /// <param name="by">Name with office.</param>
    /// <exception cref="InvalidOperationException">The period is locked already.</exception>
    public void Lock(DateTimeOffset now, string by)
    {
        BeginChange();
        State = PeriodState.Locked;
        ClosedAt ??= now;
        LockedAt = now;
        LockedBy = by;
    }

    private void BeginChange()
    {
        if (State == PeriodState.Locked)
        {
            throw new InvalidOperationException($"{Quarter} is locked.");
        }

        Version++;
    }
}

/// <summary>State of a reporting period.</summary>
public enum PeriodState
{
    /// <summary>已关闭, or not opened yet: counties cannot type.</summary>
    Closed,

    /// <summary>填报中.</summary>
    Open,

    /// <summary>已锁定.</summary>
    Locked,
}
