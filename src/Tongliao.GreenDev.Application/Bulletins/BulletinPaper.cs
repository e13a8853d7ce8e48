using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>A bulletin as a document.</summary>
/// <param name="Document">The file (docx).</param>
/// <param name="Facts">Every number that is linked in it, by its tag, in the order of the document.</param>
internal sealed record BulletinPaper(byte[] Document, IReadOnlyList<BulletinFact> Facts)
{
    /// <summary>The same to be given its mark.</summary>
    public FileToSeal ToSeal(ReportingPeriod period, int? release, string name) => new(
        period.PlanId,
        ExportedFileKind.Bulletin,
        name,
        Document,
        [.. Facts.DistinctBy(fact => fact.Key).Select(fact => new MarkedFact(fact.Key, BulletinFactSource.KeyOf(fact), fact.Text))])
    {
        Quarter = period.Quarter,
        Release = release,
    };

    /// <summary>文稿, to be looked at and edited in Word.</summary>
    public static BulletinPaper Draft(BulletinDesk desk) => new BulletinDocument(desk).Write("（文稿，尚未印发）", "（成文日期）");

    /// <summary>What is issued.</summary>
    /// <param name="desk">With the words, the numbers and what was issued before.</param>
    /// <param name="number">文号.</param>
    /// <param name="day">成文日期.</param>
    public static BulletinPaper Issued(BulletinDesk desk, string number, DateOnly day) =>
        new BulletinDocument(desk).Write(number, day.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture));
}
