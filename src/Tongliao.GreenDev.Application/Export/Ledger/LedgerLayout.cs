using System.Globalization;
using Tongliao.GreenDev.Application.Export.Streaming;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>Which sheet and row holds what, known before any is written, so that sheets can name each other's cells.</summary>
internal sealed class LedgerLayout
{
    public const int HeadRow = 5;

    private const int LongestName = 31;
    private const string Forbidden = @"[]:*?/\'";

    private readonly Dictionary<string, int> places;
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, string> indicatorSheets = [];
    private readonly Dictionary<string, string> unitSheets = [];
    private readonly Dictionary<int, IReadOnlyList<Quarter>> quarters = [];

    public LedgerLayout(RatingLedger ledger)
    {
        places = ledger.Units.Index().ToDictionary(unit => unit.Item.Code, unit => unit.Index);
        taken.UnionWith([Names.Summary, Names.Progress, Names.Corrections, Names.Tasks]);
        foreach (var indicator in ledger.Last.Facts.Plan.Indicators)
        {
            indicatorSheets[indicator.Number] = Name($"{indicator.Number} {indicator.ShortName}");
            quarters[indicator.Number] =
            [
                .. from matrix in ledger.Quarters
                   where matrix.Ratings.ContainsKey((indicator.Number, ledger.Units[0].Code))
                   select matrix.Period.Quarter,
            ];
        }

        foreach (var unit in ledger.Units)
        {
            unitSheets[unit.Code] = Name(unit.ShortName);
        }
    }

    public string SheetOf(Indicator indicator) => indicatorSheets[indicator.Number];

    public string SheetOf(ReportingUnit unit) => unitSheets[unit.Code];

    /// <summary>The quarters that have the indicator, ascending.</summary>
    public IReadOnlyList<Quarter> QuartersOf(Indicator indicator) => quarters[indicator.Number];

    /// <summary>Row of a unit's first quarter on an indicator's sheet: a unit's quarters stand together, each whole before what is below it.</summary>
    public int FirstRowOf(Indicator indicator, ReportingUnit unit) => HeadRow + 1 + (places[unit.Code] * QuartersOf(indicator).Count);

    public int LastRowOf(Indicator indicator, ReportingUnit unit) => FirstRowOf(indicator, unit) + QuartersOf(indicator).Count - 1;

    /// <summary>A cell on an indicator's sheet as other sheets name it; of a quarter that has the indicator.</summary>
    public string CellOf(Indicator indicator, ReportingUnit unit, Quarter quarter, int column) => SheetAddress.On(
        SheetOf(indicator), SheetAddress.At(FirstRowOf(indicator, unit) + QuartersOf(indicator).ToList().IndexOf(quarter), column));

    /// <summary>A name that a tab may have, and no other has.</summary>
    private string Name(string wished)
    {
        var clean = string.Concat(CellText.Clean(wished).Where(c => !Forbidden.Contains(c, StringComparison.Ordinal) && !char.IsControl(c)));
        var name = clean.Length > LongestName ? clean[..LongestName] : clean;
        for (var number = 2; !taken.Add(name); number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $"（{number}）");
            name = clean[..Math.Min(clean.Length, LongestName - ending.Length)] + ending;
        }

        return name;
    }

    /// <summary>Tabs that every ledger has.</summary>
    internal static class Names
    {
        public const string Summary = "总览";
        public const string Progress = "上报情况";
        public const string Corrections = "更正";
        public const string Tasks = "任务进展";
    }
}
