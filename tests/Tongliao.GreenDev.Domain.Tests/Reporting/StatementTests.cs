namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>When a statement says nothing, and when two say the same.</summary>
public sealed class StatementTests
{
    private static readonly Statement Full = new()
    {
        Inputs = new ReportedInputs { Amount = 2 }, NotApplicableReason = "本旗没有此项", Note = "已核", Explanations = [new("jump:amount:2/1", "新开工")],
    };

    public static TheoryData<string, Statement> Others => new()
    {
        { "numbers", Full with { Inputs = new ReportedInputs { Amount = 3 } } },
        { "reason", Full with { NotApplicableReason = "本旗已无此项" } },
        { "no reason", Full with { NotApplicableReason = null } },
        { "note", Full with { Note = "未核" } },
        { "explanation", Full with { Explanations = [new("jump:amount:2/1", "口径变化")] } },
        { "no explanation", Full with { Explanations = [] } },
    };

    [Fact]
    public void IsEmpty_AnythingStated_IsNot()
    {
        Assert.True(Statement.Empty.IsEmpty);
        Assert.True(new Statement { NotApplicableReason = " ", Note = "\u200b" }.IsEmpty);
        Assert.False(new Statement { Inputs = new ReportedInputs { Amount = 0 } }.IsEmpty);
        Assert.False(new Statement { NotApplicableReason = "本旗没有此项" }.IsEmpty);
        Assert.False(new Statement { Note = "已核" }.IsEmpty);
        Assert.False(Full.IsEmpty);
    }

    [Fact]
    public void Equals_TheSameWordsAndNumbersInOtherObjects_IsTheSame()
    {
        var same = new Statement
        {
            Inputs = new ReportedInputs { Amount = 2.0m }, NotApplicableReason = " 本旗没有此项 ", Note = "已核", Explanations = [new("jump:amount:2/1", "新开工 ")],
        };

        Assert.Equal(Full, same);
        Assert.Equal(Full.GetHashCode(), same.GetHashCode());
        Assert.True(Full.HasSameTexts(same));
        Assert.False(Full.Equals(null));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Equals_OneThingDiffers_IsAnother(string what, Statement other)
    {
        Assert.NotEqual(Full, other);
        Assert.Equal(what == "numbers", Full.HasSameTexts(other));
    }

    [Fact]
    public void ToFigure_IsWhatTheRulesLookAt() =>
        Assert.Equal(new ReportedFigure(new ReportedInputs { Amount = 2 }, "本旗没有此项", IsApproved: true), Full.ToFigure(isApproved: true));

    [Fact]
    public void TooLong_SaysHowLongItIsAndMayBe() => Assert.Equal("备注已输入1200字，最多1000字，请精简后再保存", Statement.TooLong("备注", 1200));
}
