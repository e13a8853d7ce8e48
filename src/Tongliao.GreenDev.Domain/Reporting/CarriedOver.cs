namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>A report that says in every value what it said the quarter before, as if it had been carried over as a whole. That is one question, asked and explained at one of its values.</summary>
/// <param name="AskedAt">序号 of that value.</param>
/// <param name="Key">Identity of the finding, of all numbers of the report.</param>
/// <param name="IsOpen">It has no 说明 yet, and can still be given one.</param>
public sealed record CarriedOver(int AskedAt, string Key, bool IsOpen)
{
    /// <summary>
    /// Asked where it is answered already, else at the first year-to-date value that can still be explained; null when the report says
    /// something else than last quarter's, or when nothing in it flows.
    /// </summary>
    public static CarriedOver? Of(Quarter quarter, IReadOnlyCollection<SheetValue> report)
    {
        if (!report.All(value => value.Now is { } now && ValueWarnings.Repeats(value.Indicator, quarter, now, value.Figures))
            || report.Where(value => ValueWarnings.RepeatsFlow(value.Indicator, quarter, value.Now!, value.Figures)).ToList() is not { Count: > 0 } flowing)
        {
            return null;
        }

        var key = FindingKey.OfReport(CheckCode.WholeUnchanged, report.Select(value => (value.Indicator, value.Now!.UsableInputs(value.Indicator))));
        var answered = flowing.Find(value => value.Explanations.Any(given => given.Finding == key && given.Text.Length > 0));
        var asked = answered ?? flowing.Find(value => value.IsWithClerk) ?? flowing[0];
        return new CarriedOver(asked.Indicator.Number, key, IsOpen: answered is null && asked.IsWithClerk);
    }

    /// <summary>The one finding in place of those at every year-to-date value.</summary>
    internal Finding ToFinding(Quarter quarter) => new(
        FindingSeverity.Warning,
        CheckCode.WholeUnchanged,
        Field: null,
        quarter.Number == 1
            ? "整份报表与上季度（去年全年累计）完全相同，本年累计应从1月1日重新计起，请核对是否沿用了上季度的数据；属实请在此填写一次说明，各项不必再分别说明。"
            : "整份报表与上季度完全相同，请核对是否沿用了上季度的数据；属实请在此填写一次说明，各项不必再分别说明。")
    {
        Key = Key,
    };
}
