using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Entry;

namespace Tongliao.GreenDev.Web.Tests.Entry;

public sealed class EntryLineTests
{
    private const string Naiman = "150525";

    private static readonly Quarter Quarter = Quarter.Parse("2025Q4");

    private static readonly ReportKey Report = new(Naiman, Quarter);
    private static readonly DateTimeOffset Now = new(2026, 1, 9, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Type_FullWidthDigits_AreRatedAndReadyToBeSaved()
    {
        var line = Line(2);

        line.Type(0, "４７");
        line.Type(1, "１，９４０");

        Assert.Equal("1,940", line.Fields[1].Text);
        Assert.Equal(RagStatus.Red, line.Light.State);
        var save = line.NextSave(Report);
        Assert.NotNull(save);
        Assert.Equal(new ReportedInputs { Numerator = 47, Denominator = 1940 }, save.Statement.Inputs);
    }

    [Fact]
    public void Type_NoNumber_KeepsTheTextAndSavesNothing()
    {
        var line = Saved(Line(2), "47", "194");

        line.Type(0, "四十七");

        Assert.Equal("四十七", line.Fields[0].Text);
        Assert.Contains("不是数字", line.Fields[0].Fault, StringComparison.Ordinal);
        Assert.Equal(RowState.Unsaved, line.State);
        Assert.Null(line.NextSave(Report));
        Assert.EndsWith("|47", line.Fields[0].SavedMark, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_UnitBehindTheNumber_IsUnderstood()
    {
        var line = Line(5);

        line.Type(0, "3.1 万人");
        line.Type(1, "32000人");

        Assert.Equal(("3.1", null), (line.Fields[0].Text, line.Fields[0].Note));
        Assert.Equal(("3.2", "32000人→3.2万人"), (line.Fields[1].Text, line.Fields[1].Note));
    }

    [Fact]
    public void Type_Sum_IsComputedAndKeptInTheNoteUntilTheNumberChanges()
    {
        var line = Line(4);
        line.Say("note", typed => typed.Note = "来源：住建局台账");

        line.Type(0, "=100+60");
        Assert.Equal(("160", "来源：住建局台账\n算式：建成区内城市道路长度=100+60", "=100+60"), (line.Fields[0].Text, line.Typed.Note, FormulaNotes.Of(line.Typed.Note, line.Fields[0])));
        line.Type(0, "=100+61");
        Assert.EndsWith("=100+61", line.Typed.Note, StringComparison.Ordinal);
        line.Type(0, "161");

        Assert.Equal(("来源：住建局台账", null), (line.Typed.Note, FormulaNotes.Of(line.Typed.Note, line.Fields[0])));
    }

    [Theory]
    [InlineData("无")]
    [InlineData("/")]
    [InlineData("\u2800")]
    public void GiveReason_SayingNothing_IsNotSaved(string reason)
    {
        var line = Line(2);

        line.Say(null, typed => typed.IsNotApplicable = true);
        line.Say("reason", typed => typed.Reason = reason);

        Assert.Equal(RowState.Unsaved, line.State);
        Assert.Contains("不适用", line.Fault, StringComparison.Ordinal);
        Assert.Null(line.NextSave(Report));
        line.Say("reason", typed => typed.Reason = "本旗没有农村");
        Assert.NotNull(line.NextSave(Report));
    }

    [Fact]
    public void Type_NumeratorOverDenominator_WaitsForTheOtherField()
    {
        var line = Saved(Line(2), "47", "194");

        line.Type(0, "300");
        Assert.Null(line.Fields[0].Fault);
        Assert.Equal((RowState.Unfinished, "denominator"), (line.State, line.Awaited?.Key));
        Assert.False(line.IsFilled);
        Assert.Null(line.NextSave(Report));

        line.Type(1, "400");
        Assert.Null(line.Fields[0].Fault);
        Assert.Null(line.Awaited);
        Assert.Equal(new ReportedInputs { Numerator = 300, Denominator = 400 }, line.NextSave(Report)!.Statement.Inputs);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Type_NumeratorOverDenominator_IsSaidOnceTheDenominatorIsLeft(bool isTypedAgain)
    {
        var line = Saved(Line(2), "47", "194");
        line.Type(0, "300");

        if (isTypedAgain)
        {
            line.Type(1, "194");
        }
        else
        {
            line.EndWait();
        }

        Assert.Contains("不能大于", line.Fields[0].Fault, StringComparison.Ordinal);
        Assert.Equal(RowState.Unsaved, line.State);
        Assert.Null(line.NextSave(Report));
    }

    [Fact]
    public void Type_DenominatorUnderNumerator_IsSaidAtOnce()
    {
        var line = Saved(Line(2), "47", "194");

        line.Type(1, "40");

        Assert.NotNull(line.Fields[0].Fault);
        Assert.Equal(RowState.Unsaved, line.State);
    }

    [Fact]
    public void Type_NumberWrongByItself_IsSaidAtOnce()
    {
        var line = Saved(Line(2), "47", "194");

        line.Type(0, "-300");

        Assert.NotNull(line.Fields[0].Fault);
        Assert.Null(line.Awaited);
    }

    [Fact]
    public void MarkOverlong_LongNote_IsSaidAndNothingSavedUntilItIsShorter()
    {
        var line = Saved(Line(2), "47", "194");

        var texts = line.Typed.TextsSaved;
        line.MarkOverlong("note", 1200);
        var number = line.Fields[1].SavedMark;
        line.MarkOverlong("denominator", 90);
        Assert.Equal((texts, number), (line.Typed.TextsSaved, line.Fields[1].SavedMark));
        line.Type(0, "48");
        line.Type(1, "194");

        Assert.Equal("备注已输入1200字，最多1000字，请精简后再保存", line.Fault);
        Assert.Null(line.NextSave(Report));
        Assert.Equal("note", Assert.Single(EntryBlock.Of([line])).Field);

        line.Say("note", typed => typed.Note = "已精简");
        Assert.Equal("已精简", line.NextSave(Report)!.Statement.Note);
    }

    [Fact]
    public void MarkOverlong_LongReason_CountsOnlyWhileNotApplicable()
    {
        var line = Saved(Line(2), "47", "194");
        line.Say(null, typed => typed.IsNotApplicable = true);

        line.MarkOverlong("reason", 1001);
        Assert.Contains("不适用原因已输入1001字", line.Fault, StringComparison.Ordinal);

        line.Say(null, typed => typed.IsNotApplicable = false);
        Assert.Null(line.Fault);
    }

    [Fact]
    public void Type_WhatIsStoredAlready_NeedsNoSaveAndIsSafe()
    {
        var line = Saved(Line(2), "47", "194");
        var before = line.Fields[0].SavedMark;

        line.Type(0, " 47.0 ");

        Assert.Null(line.NextSave(Report));
        Assert.NotEqual(before, line.Fields[0].SavedMark);
    }

    [Fact]
    public void Stored_WhileTheOtherFieldIsWrong_CallsOnlyTheStoredOneSafe()
    {
        var line = Line(2);
        line.Type(0, "47");
        var save = line.NextSave(Report)!;
        line.Type(1, "很多");
        var (good, wrong) = (line.Fields[0].SavedMark, line.Fields[1].SavedMark);

        line.Stored(save, new SavedValue(1, ValueStatus.Draft, Now));

        Assert.NotEqual(good, line.Fields[0].SavedMark);
        Assert.Equal(wrong, line.Fields[1].SavedMark);
        Assert.Null(line.NextSave(Report));
    }

    [Fact]
    public void NextSave_TypedOnWhileUnanswered_RepeatsTheSameSaveFirst()
    {
        var line = Line(2);
        line.Type(0, "47");
        var first = line.NextSave(Report)!;
        line.Unanswered();
        Assert.Equal(RowState.Unsaved, line.State);
        Assert.True(line.CanRetry);

        line.Type(1, "194");

        Assert.Same(first, line.NextSave(Report));
        line.Stored(first, new SavedValue(1, ValueStatus.Draft, Now));
        var second = line.NextSave(Report)!;
        Assert.NotEqual(first.OperationId, second.OperationId);
        Assert.Equal((1, 194m), (second.Version, second.Statement.Inputs.Denominator));
    }

    [Fact]
    public void Refused_ForAClosedQuarter_MayBeSentAgain_ForItsNumbersNot()
    {
        var line = Line(2);
        line.Type(0, "47");
        var first = line.NextSave(Report)!;

        line.Refused(RefusalException.Conflict("period_closed", "填报已关闭。"));
        Assert.Equal(RowState.Unsaved, line.State);
        Assert.True(line.CanRetry);
        Assert.False(line.IsUnanswered);
        Assert.Null(line.NextSave(Report));

        line.Reconsider();
        Assert.False(line.CanRetry);
        var second = line.NextSave(Report)!;
        Assert.NotEqual(first.OperationId, second.OperationId);

        line.Refused(RefusalException.Invalid("invalid_value", "请核对。", []));
        Assert.False(line.CanRetry);
    }

    [Fact]
    public void SayNotApplicable_WithoutReason_IsNotSaved_WithReasonWithoutNumbers()
    {
        var line = Saved(Line(12), "3", "10");

        line.Say(null, typed => typed.IsNotApplicable = true);
        Assert.Equal(RowState.Unsaved, line.State);
        Assert.Null(line.NextSave(Report));

        line.Say("reason", typed => typed.Reason = "\u200B");
        Assert.Null(line.NextSave(Report));

        line.Say("reason", typed => typed.Reason = " 无建制镇 ");
        var save = line.NextSave(Report)!;
        Assert.Equal("无建制镇", save.Statement.NotApplicableReason);
        Assert.True(save.Statement.Inputs.IsEmpty);
        Assert.Equal(RagStatus.NotApplicable, line.Light.State);

        line.Stored(save, new SavedValue(2, ValueStatus.Draft, Now));
        line.Say(null, typed => typed.IsNotApplicable = false);
        Assert.Equal(new ReportedInputs { Numerator = 3, Denominator = 10 }, line.NextSave(Report)!.Statement.Inputs);
    }

    [Fact]
    public void Warning_Unexplained_IsOpen_ExplainedIsNot()
    {
        var line = Saved(Line(5), "0.5", "98");
        Assert.Equal(RowState.Warning, line.State);
        Assert.Equal(["explanation-tiny_percentage-result", "explanation-no_remedy-result"], EntryBlock.Of([line]).Select(block => block.Field));

        line.Say("note", typed => typed.Note = "已核对台账");
        Assert.True(line.HasOpenWarning);
        line.Explain(line.Findings[0].Key!, " 已核对台账 ");
        line.Explain(line.Findings[1].Key!, "由燃气公司负责，年底前完成管网延伸");

        var save = line.NextSave(Report)!;
        Assert.Equal(["已核对台账", "由燃气公司负责，年底前完成管网延伸"], save.Statement.Explanations.Select(explanation => explanation.Text));
        Assert.False(line.HasOpenWarning);
        Assert.Empty(EntryBlock.Of([line]));
        line.Stored(save, new SavedValue(2, ValueStatus.Draft, Now));
        Assert.Null(line.NextSave(Report));
    }

    [Fact]
    public void Warning_NumberChanged_ItsExplanationFallsAndTheTextIsSavedNoMore()
    {
        var line = Line(2, known: TestData.Unit(Naiman).Ratio("2025Q3", 200, 241).Build());
        line.Type(0, "200");
        line.Type(1, "483");
        line.Explain(line.Findings.Single().Key!, "并入两个苏木");
        Assert.False(line.HasOpenWarning);
        line.Stored(line.NextSave(Report)!, new SavedValue(1, ValueStatus.Draft, Now));

        line.Type(1, "500");

        Assert.True(line.HasOpenWarning);
        Assert.Equal("", line.Typed.Explanations[line.Findings.Single().Key!]);
        Assert.Empty(line.NextSave(Report)!.Statement.Explanations);
    }

    [Fact]
    public void Warning_ExplanationTooLong_IsNotSavedAndStaysInItsField()
    {
        var line = Saved(Line(5), "0.5", "98");
        var key = line.Findings[0].Key!;

        line.Explain(key, new string('长', 1001));

        Assert.Equal((RowState.Unsaved, null), (line.State, line.NextSave(Report)));
        Assert.Equal(1001, line.Typed.Explanations[key].Length);
        Assert.Equal(key, line.Findings[0].Key);
    }

    [Fact]
    public void Warning_OverlongExplanation_IsSaidAtItsFieldUntilItFitsOrItsFindingFalls()
    {
        var line = Saved(Line(5), "0.5", "98");
        var field = EntryBlock.ExplanationField(line.Findings[0]);

        line.MarkOverlong(field, 1200);

        Assert.Equal("说明已输入1200字，最多1000字，请精简后再保存", line.Fault);
        Assert.Null(line.NextSave(Report));
        Assert.Equal(field, Assert.Single(EntryBlock.Of([line])).Field);

        line.Explain(line.Findings[0].Key!, "已核对台账");
        Assert.Null(line.Fault);

        line.MarkOverlong(field, 1200);
        line.Type(0, "97");
        Assert.DoesNotContain(line.Findings, issue => EntryBlock.ExplanationField(issue) == field);
        Assert.Null(line.Fault);
    }

    [Fact]
    public void Texts_Explanation_AreSafeOnceStored()
    {
        var line = Saved(Line(5), "0.5", "98");
        line.Explain(line.Findings[0].Key!, "已核对台账");
        var before = line.Typed.TextsSaved;

        line.Stored(line.NextSave(Report)!, new SavedValue(2, ValueStatus.Draft, Now));

        Assert.NotEqual(before, line.Typed.TextsSaved);
    }

    [Theory]
    [InlineData(true, "12")]
    [InlineData(false, "10")]
    public void Conflict_Chosen_GoesOnFromTheOthersVersion(bool mine, string shown)
    {
        var line = Line(3);
        line.Type(0, "12");
        var save = line.NextSave(Report)!;

        line.Refused(RefusalException.Conflict("stale_version", "已被修改", Theirs(ValueStatus.Draft)));
        Assert.Equal(RowState.Conflict, line.State);
        Assert.Equal("12", line.Fields[0].Text);
        Assert.Null(line.NextSave(Report));
        Assert.NotEmpty(EntryBlock.Of([line]));

        if (mine)
        {
            line.KeepMine();
        }
        else
        {
            line.UseTheirs();
        }

        Assert.Equal(shown, line.Fields[0].Text);
        var next = line.NextSave(Report);
        Assert.Equal(mine ? 7 : null, next?.Version);
        Assert.NotEqual(save.OperationId, next?.OperationId);
    }

    [Fact]
    public void Conflict_TypedOn_KeepsItsText_AndTheLineIsNotFilled()
    {
        var line = Line(3);
        line.Type(0, "12");
        line.Type(1, "100");
        line.NextSave(Report);
        line.Refused(RefusalException.Conflict("stale_version", "已被李四修改", Theirs(ValueStatus.Draft)));

        line.Type(0, "13");

        Assert.Equal("已被李四修改", line.Record.ConflictText);
        Assert.Equal(RowState.Conflict, line.State);
        Assert.False(line.IsFilled);
        line.KeepMine();
        Assert.Null(line.Record.ConflictText);
        Assert.True(line.IsFilled);
    }

    [Fact]
    public void Conflict_SubmittedMeanwhile_LocksTheRow()
    {
        var line = Line(3);
        line.Type(0, "12");
        line.NextSave(Report);
        line.Refused(RefusalException.Conflict("under_review", "待县级审核", Theirs(ValueStatus.CountyReview)));

        line.UseTheirs();

        Assert.Equal(RowState.CountyReview, line.State);
        line.Type(0, "13");
        Assert.Null(line.NextSave(Report));
    }

    [Fact]
    public void Blocks_EmptyHalfFilledAndUnderReview_SpeakOnlyOfTheClerksOwn()
    {
        var empty = Line(1);
        var half = Saved(Line(2), "47", "");
        var submitted = Line(3, ValueStatus.CountyReview);

        var blocks = EntryBlock.Of([empty, half, submitted]);

        Assert.Equal([(1, "numerator"), (2, "denominator")], blocks.Select(block => (block.Number, block.Field)));
    }

    private static CurrentValue Theirs(ValueStatus status) =>
        new(7, status, new Statement { Inputs = new ReportedInputs { Numerator = 10 } }, "李四（奈曼旗 填报员）", Now);

    private static EntryLine Line(int number, ValueStatus status = ValueStatus.Empty, UnitCase? known = null)
    {
        var indicator = TestData.Indicator(number);
        known ??= TestData.Unit(Naiman).Build();
        return new EntryLine(
            new ReportEntry(indicator, Statement.Empty, status, 0, null, null, null, known, RatingRules.RateUnit(indicator, Quarter, known), []),
            Quarter,
            TestData.Checks);
    }

    private static EntryLine Saved(EntryLine line, params string[] typed)
    {
        for (var i = 0; i < typed.Length; i++)
        {
            line.Type(i, typed[i]);
        }

        line.Stored(line.NextSave(Report)!, new SavedValue(1, ValueStatus.Draft, Now));
        return line;
    }
}
