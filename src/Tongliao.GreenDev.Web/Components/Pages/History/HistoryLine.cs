using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.History;

/// <summary>One line of the history of a value: a revision, or a file of evidence (佐证材料) that came or went.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Way">By what way.</param>
/// <param name="Word">What was done.</param>
/// <param name="Changes">What it changed.</param>
public sealed record HistoryLine(DateTimeOffset At, string By, Way Way, string Word, IReadOnlyList<string> Changes)
{
    /// <summary>Of a revision.</summary>
    public int? Version { get; private init; }

    /// <summary>操作后状态, of a revision.</summary>
    public string? Status { get; private init; }

    /// <summary>What came or went; null for a revision.</summary>
    public EvidenceFile? File { get; private init; }

    /// <summary>All of it, the latest first.</summary>
    /// <param name="indicator">Of what.</param>
    /// <param name="revisions">The latest first.</param>
    /// <param name="evidence">The latest first.</param>
    public static IReadOnlyList<HistoryLine> Of(Indicator indicator, IReadOnlyList<ValueRevision> revisions, IReadOnlyList<EvidenceLine> evidence) =>
    [
        .. revisions.Select((revision, i) => Of(indicator, revision, i + 1 < revisions.Count ? revisions[i + 1] : null))
            .Concat(evidence.SelectMany(Of)).OrderByDescending(line => line.At),
    ];

    private static HistoryLine Of(Indicator indicator, ValueRevision revision, ValueRevision? before) =>
        new(revision.At, revision.ByName, revision.Way, revision.Kind.Word(), RevisionChanges.Of(indicator, revision, before))
        {
            Version = revision.Version,
            Status = revision.Status.Word(),
        };

    private static IEnumerable<HistoryLine> Of(EvidenceLine line)
    {
        if (line.Removal is { Recorded: var removed })
        {
            yield return new HistoryLine(removed.At, removed.ByName, removed.Way, "移除佐证材料", []) { File = line.File };
        }

        yield return new HistoryLine(line.File.Recorded.At, line.File.Recorded.ByName, line.File.Recorded.Way, "上传佐证材料", []) { File = line.File };
    }
}
