using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Web.Components.Pages.Admin;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>What is typed, pasted or proposed on the reference sheet, before it is recorded.</summary>
public sealed class ReferenceDraftTests
{
    private static readonly ReferenceKey Corner = new("150502", 15, null);

    private readonly ReferenceDraft draft = new(Sheet(), all: false);

    [Fact]
    public void Type_WhatStandsThere_ChangesNothing_AndBackAgain()
    {
        draft.Type(new("150502", 20, 2024), "6.5");
        Assert.Equal(6.5m, Assert.Single(draft.Entries).Value);

        draft.Type(new("150502", 20, 2024), "６．0");
        Assert.Empty(draft.Typed);
    }

    [Fact]
    public void Type_NoNumber_IsKeptAndMarked_AndNotRecorded()
    {
        draft.Type(Corner, "很多");

        Assert.Equal(("很多", 1, 0), (draft.TextOf(Corner), draft.Faults, draft.Entries.Count));
        Assert.NotNull(draft.FaultOf(Corner));
    }

    [Fact]
    public void Sum_FollowsWhatIsTyped()
    {
        var column = draft.Sheet.Columns.Single(column => column is { Indicator.Number: 20, Year: 2024 });
        Assert.Equal(6, draft.SumOf(column));

        draft.Type(column.KeyOf("150521"), "4");
        Assert.Equal(10, draft.SumOf(column));
    }

    [Fact]
    public void Paste_ABlock_GoesDownUnitsAndAlongColumns_EmptyCellsAndSettledColumnsAside()
    {
        var said = draft.Paste(Corner, [["1", "2", "3.5"], ["", "4", " 5 "]]);

        Assert.Equal("已填入5格，尚未保存。", said);
        Assert.Equal(["1", "2", "3.5"], RowOf("150502"));
        Assert.Equal(["", "4", "5"], RowOf("150521"));

        IEnumerable<string> RowOf(string unit) => draft.Sheet.Columns.Take(3).Select(column => draft.TextOf(column.KeyOf(unit)));
    }

    [Theory]
    [InlineData("1\t2\t3\t4\t5\t6\t7\t8\t9\t10", "放不下")]
    [InlineData("1\t单位", "“单位”不是数")]
    public void Paste_WhatDoesNotFit_FillsNothing(string line, string words)
    {
        Assert.Contains(words, draft.Paste(Corner, [line.Split('\t')]), StringComparison.Ordinal);
        Assert.Empty(draft.Typed);
    }

    [Fact]
    public void Show_OtherColumns_KeepsWhatIsTypedIntoThoseThatAreNotShown()
    {
        var other = draft.Sheet.Columns.First(column => !column.Indicator.IsSum).KeyOf("150502");
        Assert.Empty(draft.Take([new TypedCell(other, "12", 0)]));
        Assert.True(draft.All);

        draft.Show(all: false);

        Assert.Equal((1, "12"), (draft.Unshown, draft.TextOf(other)));
        Assert.Equal(other, Assert.Single(draft.Entries).Key);
    }

    [Fact]
    public void Take_WhatWasTypedOverAnotherVersion_IsNamed_WithWhatStandsThereNow()
    {
        var moved = draft.Take([new TypedCell(new("150502", 20, 2024), "7", 0), new TypedCell(new("150521", 20, 2024), "8", 0), new TypedCell(new("999999", 20, 2024), "8", 0)]);

        Assert.Equal("科尔沁区第20项2024年目标现为6", Assert.Single(moved));
        Assert.Equal([8m, 7m], draft.Entries.OrderByDescending(entry => entry.Value).Select(entry => entry.Value!.Value));
    }

    [Fact]
    public void Propose_FillsEmptyColumnsOnly_SoThatTheyAddUp()
    {
        var said = draft.Propose(draft.Sheet.Weights[0]);

        Assert.Equal("已按“2024年四季度建成区面积”填入45格建议数，请逐格核对；尚未保存。", said);
        Assert.All(draft.Columns.Where(column => column.City is not null && column is not { Indicator.Number: 20, Year: 2024 }), column =>
            Assert.Equal(column.City!.Value, draft.SumOf(column)));
        Assert.Equal("6", draft.TextOf(new("150502", 20, 2024)));
        Assert.StartsWith("没有整列为空", draft.Propose(draft.Sheet.Weights[0]), StringComparison.Ordinal);
    }

    /// <summary>The sums of the plan; one target stands, and a weight for every unit.</summary>
    private static ReferenceSheet Sheet()
    {
        var facts = BuiltInPlan.Facts;
        List<ReferenceColumn> columns =
        [
            .. facts.Plan.Indicators.Where(indicator => indicator.IsSum).SelectMany(indicator => new ReferenceColumn[]
            {
                new(indicator, null, 2023, null), new(indicator, indicator.TargetOf(2024), 2024, null), new(indicator, indicator.TargetOf(2025), 2025, null),
            }),
            new(facts.Plan.Indicators[0], facts.Plan.Indicators[0].TargetOf(2025), 2025, null),
        ];
        return new ReferenceSheet(
            facts,
            columns,
            new Dictionary<ReferenceKey, ReferenceCell> { [new("150502", 20, 2024)] = new(6, 1, "通建发〔2024〕5号") },
            [new DivisionWeights("2024年四季度建成区面积", null, facts.Plan.Units.ToDictionary(unit => unit.Code, unit => unit.Order + 0.5m))]);
    }
}
