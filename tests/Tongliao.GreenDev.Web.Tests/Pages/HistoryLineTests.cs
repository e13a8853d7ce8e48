using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.History;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>Files of evidence stand between the revisions of a value, by time.</summary>
public sealed class HistoryLineTests
{
    private static readonly DateTimeOffset Noon = new(2025, 10, 9, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_RevisionsAndFiles_AreByTimeTheLatestFirst()
    {
        var value = ReportedValue.Blank(1);
        value.SaveDraft(new Statement { Inputs = new ReportedInputs { Numerator = 1, Denominator = 2 } }, Noon);
        var saved = ValueRevision.After(value, RevisionKind.Save, Guid.Empty, At(0), reason: null);
        value.MoveTo(ValueStatus.CountyReview, reason: null, Noon.AddMinutes(9));
        var submitted = ValueRevision.After(value, RevisionKind.Submit, Guid.Empty, At(9), reason: null);
        var removed = new EvidenceRemoval { FileId = 1, Version = 1, Recorded = At(6) };

        var lines = HistoryLine.Of(
            TestData.Indicator(1), [submitted, saved], [new EvidenceLine(FileAt(7), null), new EvidenceLine(FileAt(5), removed)]);

        Assert.Equal(["上报", "上传佐证材料", "移除佐证材料", "上传佐证材料", "填写"], lines.Select(line => line.Word));
        Assert.Equal([2, null, null, null, 1], lines.Select(line => line.Version));
        Assert.Equal(["待县级审核", null, null, null, "草稿"], lines.Select(line => line.Status));
        Assert.All(lines, line => Assert.Equal(line.Version is null, line.File is not null));
    }

    private static Recording At(int minute) => new(Noon.AddMinutes(minute), Guid.Empty, "张三");

    private static EvidenceFile FileAt(int minute) => new()
    {
        ValueId = 1, Version = 1, CorrectionId = null, Name = "a.pdf", Kind = FileKind.Pdf, Length = 1, Hash = [1], Recorded = At(minute),
    };
}
