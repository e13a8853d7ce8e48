namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>One way to read what the plan leaves open (读法), with what it makes of the indicators concerned.</summary>
/// <param name="Key">Short and stable, for example <c>cumulative</c>.</param>
/// <param name="Words">Chinese: how it is read.</param>
/// <param name="IsDefault">Taken until the question is answered.</param>
/// <param name="Changes">All that it decides, also where that is what was published, so that an answer can be taken back by another.</param>
public sealed record QuestionReading(string Key, string Words, bool IsDefault, IReadOnlyList<ReadingChange> Changes)
{
    /// <summary>What it makes of an indicator; null for nothing.</summary>
    public IndicatorChange? Of(int indicatorNumber) => Changes.FirstOrDefault(change => change.IndicatorNumbers.Contains(indicatorNumber))?.Change;
}
