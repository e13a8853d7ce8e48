using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>A calendar quarter, written <c>2024Q1</c>.</summary>
[JsonConverter(typeof(QuarterJsonConverter))]
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

    private int Place => (Year * 4) + Number - 1;

    public int CompareTo(Quarter other) => Place.CompareTo(other.Place);

    /// <summary>How many quarters later another one is; negative for an earlier one.</summary>
    public int QuartersUntil(Quarter later) => later.Place - Place;

    /// <summary>So many quarters later.</summary>
    public Quarter Plus(int quarters) => new((Place + quarters) / 4, ((Place + quarters) % 4) + 1);

    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Number}");
}
