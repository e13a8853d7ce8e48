using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>印发的通报: as it was issued, with its numbers and its document. The first is the bulletin, each later one its correction (更正). Rows are only ever added.</summary>
public sealed class BulletinEdition
{
    /// <summary>Of a 文号, characters.</summary>
    public const int LongestDocumentNumber = 60;

    public int Id { get; private init; }

    public required int PlanId { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Number { get; init; }

    /// <summary>文号.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>成文日期.</summary>
    public required DateOnly DatedOn { get; init; }

    /// <summary>发布版本 of the quarter that the numbers are of; null where it was not locked yet.</summary>
    public required int? Release { get; init; }

    public required BulletinContent Content { get; init; }

    /// <summary>The numbers that the document says, as they were.</summary>
    public required IReadOnlyList<BulletinFact> Facts { get; init; }

    /// <summary>SHA-256 of the document.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When and by whom it was issued.</summary>
    public required Recording Recorded { get; init; }

    /// <summary>For example 第1次印发, 第2次印发（更正）.</summary>
    public string Word => NameOf(Number);

    public static string NameOf(int number) => $"第{number}次印发{(number > 1 ? "（更正）" : "")}";

    /// <summary>The number of a key as it was issued; null for a key that it did not say.</summary>
    public string? TextOf(string key) => Facts.FirstOrDefault(fact => fact.Key == key)?.Text;
}
