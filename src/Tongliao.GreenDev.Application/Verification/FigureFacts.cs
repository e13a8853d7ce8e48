using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>Values, what is due, lights and typed numbers, as the dashboard of their quarters has them now.</summary>
internal sealed class FigureFacts(RatingQueries ratings) : IFactSource
{
    /// <summary>The key of something a rating says; what is kept from its reader must only stay as it is.</summary>
    public static string KeyOf(IndicatorRating rating, FactWhat what) => new FactKey(
        new ValueKey(rating.UnitCode, rating.Quarter, rating.Indicator.Number), IsWithheld(rating, what) ? FactWhat.Words : what).ToString();

    public bool Knows(string key) => FactKey.Read(key) is not null;

    public async Task<PresentFacts> PresentAsync(FactQuestion question, CancellationToken cancellationToken)
    {
        var keys = question.Keys.ToDictionary(key => key, key => FactKey.Read(key)!.Value);
        var basis = Enum.TryParse<FigureBasis>(question.File.Basis, out var known) ? known : FigureBasis.Submitted;
        var quarters = keys.Values.Select(key => key.Figure.Quarter).ToHashSet();
        var matrices = (await ratings.MatricesAsync(question.Caller, question.Plan, quarters, basis, cancellationToken)).ToDictionary(matrix => matrix.Period.Quarter);
        var present = new Dictionary<string, PresentFact>(StringComparer.Ordinal);
        foreach (var (text, key) in keys)
        {
            if (matrices.TryGetValue(key.Figure.Quarter, out var matrix) && Of(matrix, key, question.File.Quarter) is { } fact)
            {
                present[text] = fact;
            }
        }

        return new PresentFacts(present, question.File.Quarter is { } quarter && matrices.TryGetValue(quarter, out var shown) ? Notes(question.File, shown) : []);
    }

    private static PresentFact? Of(RatingMatrix matrix, FactKey key, Quarter? only)
    {
        var unit = matrix.Units.FirstOrDefault(unit => unit.Code == key.Figure.UnitCode);
        if (unit is null || !matrix.Ratings.TryGetValue((key.Figure.IndicatorNumber, unit.Code), out var rating) || IsWithheld(rating, key.What))
        {
            return null;
        }

        var readsAll = unit.Reporting.All(matrix.Units.Contains);
        return new PresentFact(LabelOf(unit, rating, key, only), TextOf(matrix, unit, rating, key), TellsEarlier: readsAll) { Figure = key.Figure };
    }

    /// <summary>Of a whole whose numbers are kept from the reader.</summary>
    private static bool IsWithheld(IndicatorRating rating, FactWhat what) => rating.IsWithheld && what switch
    {
        FactWhat.Value or FactWhat.Gap => true,
        FactWhat.Expected => rating.Target is null,
        _ => false,
    };

    private static string? TextOf(RatingMatrix matrix, ReportingUnit unit, IndicatorRating rating, FactKey key) => key.What switch
    {
        FactWhat.Value => NumberOf(rating.Value),
        FactWhat.Expected => NumberOf(rating.Target?.Expected),
        FactWhat.Gap => NumberOf(rating.Shortfall),
        FactWhat.State => rating.Words.Verdict,
        FactWhat.Light => rating.State.Word(),
        FactWhat.Target => RatingExplanation.TargetText(rating.Indicator, rating.YearTarget.Annex, rating.YearTarget.Annex.Value),
        FactWhat.Words => null,
        FactWhat.Numerator or FactWhat.Denominator or FactWhat.Amount or FactWhat.Supplied or FactWhat.Billed or FactWhat.Correction =>
            unit.Reports && matrix.CaseOf?.Invoke(rating)?.Units[0].FigureOf(rating.Quarter)?.Inputs?[key.Input!.Value] is { } typed ? FactText.Of(typed) : FactText.None,
    };

    private static string NumberOf(Rational? number) => number is { } known ? FactText.Of(known.Round(FactText.Decimals)) : FactText.None;

    private static string LabelOf(ReportingUnit unit, IndicatorRating rating, FactKey key, Quarter? only) =>
        $"{unit.ShortName} 第{rating.Indicator.Number}项{rating.Indicator.ShortName}{(only == key.Figure.Quarter ? "" : key.Figure.Quarter.ChineseName)} {WordOf(rating.Indicator, key)}";

    private static string WordOf(Indicator indicator, FactKey key) => key.What switch
    {
        FactWhat.Value => "数值",
        FactWhat.Expected => "应达",
        FactWhat.Gap => "差距",
        FactWhat.State or FactWhat.Light => "判定",
        FactWhat.Target => "全年目标",
        FactWhat.Words => "文字",
        FactWhat.Numerator or FactWhat.Denominator or FactWhat.Amount or FactWhat.Supplied or FactWhat.Billed or FactWhat.Correction =>
            indicator.Inputs.FirstOrDefault(field => field.Key == key.Input)?.Label ?? "填报数",
    };

    private static IReadOnlyList<string> Notes(ExportedFile file, RatingMatrix matrix) =>
        matrix.Facts.LastReleaseOf(matrix.Period.Quarter) is not { } last || last.Number == file.Release ? []
        : file.Release is { } shown ? [$"文件是{matrix.Period.Quarter.ChineseName}第{shown}版，该季度已有更正，现行的是第{last.Number}版。"]
        : [$"文件导出时{matrix.Period.Quarter.ChineseName}还没有锁定，现在已经锁定，现行的是第{last.Number}版。"];
}
