using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.History;

namespace Tongliao.GreenDev.Web.Tests.Pages;

public sealed class RevisionChangesTests
{
    [Fact]
    public void Of_ExplanationThatFellWithItsNumber_SaysSo()
    {
        var value = ReportedValue.Blank(2);
        var explained = Revised(value, 500, [new("leap:denominator:500/241", "并入两个苏木")]);
        var changed = Revised(value, 501, []);

        Assert.Equal(
            ["行政村（嘎查村）总数（个）：500 → 501", "说明：并入两个苏木 → 空"],
            RevisionChanges.Of(TestData.Indicator(2), changed, explained));
    }

    private static ValueRevision Revised(ReportedValue value, int denominator, IReadOnlyList<Explanation> explanations)
    {
        value.SaveDraft(new Statement { Inputs = new ReportedInputs { Numerator = 60, Denominator = denominator }, Explanations = explanations }, DateTimeOffset.UnixEpoch);
        return ValueRevision.After(value, RevisionKind.Save, Guid.CreateVersion7(), new Recording(DateTimeOffset.UnixEpoch, Guid.CreateVersion7(), "张三"), reason: null);
    }
}
