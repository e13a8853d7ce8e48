using Microsoft.Extensions.Logging.Abstractions;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Entry;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Entry;

/// <summary>What was typed is saved by itself once the database is back.</summary>
public sealed class EntrySessionTests : IDisposable
{
    private static readonly Quarter Quarter = Quarter.Parse("2025Q4");

    private readonly QueuedTime time = new();
    private readonly List<SaveValue> sent = [];
    private readonly Dictionary<int, RefusalException> refusals = [];
    private readonly Dictionary<int, CarriedValue> carried = [];
    private readonly EntrySession session;
    private bool isAway = true;
    private int calls;

    public EntrySessionTests() => session = new EntrySession(
        Report(), StoreAsync, new OfficeClock(time, TimeZoneInfo.Utc), time, NullLogger.Instance);

    [Fact]
    public async Task Unanswered_IsSentAgainEvery15Seconds_UntilItIsStored()
    {
        await TypeAsync(2);
        Assert.Equal(4, sent.Count);
        Assert.True(session.Line(2).CanRetry);

        await time.RunOutAsync(15);
        Assert.Equal(5, sent.Count);
        Assert.Equal(RowState.Unsaved, session.Line(2).State);

        isAway = false;
        await time.RunOutAsync(15);

        Assert.Equal(RowState.Saved, session.Line(2).State);
        Assert.Single(sent.Select(save => save.OperationId).Distinct());
        Assert.Equal(2, session.Drawings);
        Assert.Equal(0, time.Waiting);
    }

    [Fact]
    public async Task Unanswered_SeveralRows_WhileAwayOneIsTried_WhenBackAllAreStored()
    {
        await TypeAsync(2);
        await TypeAsync(3);
        var before = sent.Count;

        await time.RunOutAsync(15);
        Assert.Equal(before + 1, sent.Count);

        isAway = false;
        await time.RunOutAsync(15);
        Assert.All([2, 3], number => Assert.False(session.Line(number).CanRetry));
    }

    [Fact]
    public async Task ScreenGone_NothingIsSentAnyMore()
    {
        await TypeAsync(2);
        var before = sent.Count;

        session.Dispose();

        Assert.Equal(0, time.Waiting);
        await TypeAsync(3);
        Assert.Equal(0, time.Waiting);
        Assert.Equal(before + 4, sent.Count);
    }

    [Fact]
    public async Task SeveralRows_GoTogether_EachWithItsOwnAnswer()
    {
        isAway = false;
        refusals[3] = RefusalException.Conflict("stale_version", "已被李四修改", new CurrentValue(4, ValueStatus.Draft, Statement.Empty, "李四", time.GetUtcNow()));
        refusals[4] = RefusalException.Conflict("period_closed", "2025年四季度已关闭填报。");
        var lines = Typed(2, 3, 4, 5);

        await session.SaveAsync(lines);

        Assert.Equal(1, calls);
        Assert.Equal([RowState.Saved, RowState.Conflict, RowState.Unsaved, RowState.Saved], lines.Select(line => line.State));
        Assert.Equal("2项已保存；第3项 与他人冲突；第4项 未保存（2025年四季度已关闭填报）", session.News);
        Assert.Equal(0, time.Waiting);
    }

    [Fact]
    public async Task SeveralRows_TypedOnMeanwhile_OnlyWhatChangedGoesAgain()
    {
        isAway = false;
        var lines = Typed(2, 3);

        // The first answer finds that the clerk has typed on in one row.
        session.Changed = () => session.Line(3).Type(0, "48");
        await session.SaveAsync(lines);

        Assert.Equal([(2, 47m, 0), (3, 47m, 0), (3, 48m, 1)], sent.Select(save => (save.Key.IndicatorNumber, save.Statement.Inputs.Numerator!.Value, save.Version)));
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task SeveralRows_Unanswered_AreSentAgainByTheirOwnIds()
    {
        var lines = Typed(2, 3);

        await GiveUpAsync(session.SaveAsync(lines));
        isAway = false;
        await time.RunOutAsync(15);

        Assert.All(lines, line => Assert.Equal(RowState.Saved, line.State));
        Assert.Equal([2, 3], sent.DistinctBy(save => save.OperationId).Select(save => save.Key.IndicatorNumber));
    }

    [Fact]
    public async Task SharedNumber_TypedInOneRow_StandsInBothAndGoesTogether()
    {
        isAway = false;
        session.Line(1).Type(1, "20.24");

        await session.SaveAsync(session.Line(1));

        Assert.Equal("20.24", session.Line(4).Fields[1].Text);
        Assert.Equal([(1, 20.24m), (4, 20.24m)], sent.Select(save => (save.Key.IndicatorNumber, save.Statement.Inputs.Denominator!.Value)));
        Assert.Equal((1, 37), (session.Shared.Given, session.Shared.Asked));
        Assert.Equal("与第1项共用：建成区面积", session.Shared.NoteOf(session.Line(4), session.Line(4).Fields[1]));
        Assert.Null(session.Shared.NoteOf(session.Line(4), session.Line(4).Fields[0]));
    }

    [Fact]
    public async Task SharedNumber_OtherRowIsWrong_IsCarriedByTheDatabaseWhichTellsItsVersion()
    {
        isAway = false;
        session.Line(4).Type(0, "十");
        session.Line(1).Type(1, "20.24");
        var roads = new Statement { Inputs = new ReportedInputs { Denominator = 20.24m } };
        carried[1] = new CarriedValue(4, roads, new SavedValue(7, ValueStatus.Draft, time.GetUtcNow()));

        await session.SaveAsync(session.Line(1));
        session.Line(4).Type(0, "160");
        await session.SaveAsync(session.Line(4));

        Assert.Equal([(1, 0), (4, 7)], sent.Select(save => (save.Key.IndicatorNumber, save.Version)));
        Assert.Equal((160m, 20.24m), (sent[1].Statement.Inputs.Numerator!.Value, sent[1].Statement.Inputs.Denominator!.Value));
    }

    [Fact]
    public async Task SharedNumber_RefusedForTheOtherRow_GoesOnceThatIsMended()
    {
        isAway = false;
        refusals[3] = RefusalException.Invalid("invalid_value", "请先改正第2项。");
        session.Line(2).Type(0, "150");
        session.Line(3).Type(1, "100");
        await session.SaveAsync(session.Line(3));
        Assert.Equal([RowState.Unsaved, RowState.Unsaved], new[] { session.Line(2).State, session.Line(3).State });
        refusals.Clear();

        session.Line(2).Type(0, "90");
        await session.SaveAsync(session.Line(2));

        Assert.Equal([RowState.Saved, RowState.Saved], new[] { session.Line(2).State, session.Line(3).State });
    }

    [Fact]
    public void SharedNumber_OtherRowUnderReview_IsBound()
    {
        session.Replace(Report(number => number == 4 ? ValueStatus.CountyReview : ValueStatus.Empty));

        Assert.StartsWith("“建成区面积”与第4项共用，第4项待县级审核", session.Shared.BoundBy(session.Line(1), session.Line(1).Fields[1]), StringComparison.Ordinal);
        Assert.Null(session.Shared.BoundBy(session.Line(1), session.Line(1).Fields[0]));
    }

    [Fact]
    public void SharedNumber_RowApplicableAgain_HasIt()
    {
        session.Line(2).Type(1, "200");
        session.Line(3).Say(null, typed => typed.IsNotApplicable = true);
        Assert.Empty(session.Shared.Carry(session.Line(2)));
        Assert.Equal(35, session.Shared.Asked - 1);

        session.Line(3).Say(null, typed => typed.IsNotApplicable = false);
        session.Shared.Fill(session.Line(3));

        Assert.Equal("200", session.Line(3).Fields[1].Text);
    }

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData(1, new[] { 1, 4, 10 }, new[] { 10 })] // #1 and #4 hold 建成区面积: neither is shown while the clerk is in one.
    [InlineData(4, new[] { 1, 4, 10 }, new[] { 10 })]
    [InlineData(2, new[] { 3, 10 }, new[] { 10 })]
    [InlineData(10, new[] { 1, 4, 10 }, new[] { 1, 4 })]
    public void Others_SavedMeanwhile_RowsThatShareANumberWithAnEditedOneAreLeft(int edited, int[] changed, int[] taken)
    {
        Assert.False(session.TakeOver(Changed(ValueStatus.Draft, changed), [edited]));

        Assert.Equal(taken, changed.Where(number => session.Line(number).Version == 3));
    }

    [Fact]
    public async Task Others_SavedMeanwhile_AreTakenOverWhereNothingOfOnesOwnIsInTheWay()
    {
        var other = TestData.Ratio(96, 100).Inputs!;
        await TypeAsync(10);

        var isAll = session.TakeOver(Changed(ValueStatus.Draft, 5, 6, 10, 11), edited: [6]);

        Assert.False(isAll);
        Assert.Equal((other, 3), (session.Line(5).Inputs, session.Line(5).Version));
        Assert.Equal(ValueStatus.Draft, session.Line(5).Status);
        Assert.Equal((ReportedInputs.None, 0), (session.Line(6).Inputs, session.Line(6).Version));
        Assert.Equal(0, session.Line(10).Version);
        Assert.NotEqual(other, session.Line(10).Inputs);
        Assert.True(session.TakeOver(Changed(ValueStatus.Draft, 5, 11), edited: []));
        Assert.False(session.TakeOver(Changed(ValueStatus.CountyReview, 7), edited: []));
    }

    /// <summary>The blank report with some rows as somebody else stored them.</summary>
    private static UnitReport Changed(ValueStatus status, params int[] numbers)
    {
        var blank = Report();
        return blank with
        {
            Entries = [.. blank.Entries.Select(entry => numbers.Contains(entry.Indicator.Number)
                ? entry with { Statement = new Statement { Inputs = TestData.Ratio(96, 100).Inputs! }, Status = status, Version = 3 }
                : entry)],
        };
    }

    [Fact]
    public async Task WholeReport_NoLongerLastQuarters_AsksTheRestByThemselves()
    {
        var known = TestData.Unit(BuiltInPlan.Naiman.Code).Ratio("2025Q3", 96, 100).Build();
        var said = new Statement { Inputs = TestData.Ratio(96, 100).Inputs! };
        var blank = Report();
        var report = blank with
        {
            Entries = [.. blank.Entries.Where(entry => entry.Indicator.Number is 5 or 10 or 11).Select(entry => entry with { Case = known, Statement = said, Status = ValueStatus.Draft })],
        };
        using var whole = new EntrySession(report, StoreAsync, new OfficeClock(time, TimeZoneInfo.Utc), time, NullLogger.Instance);
        isAway = false;
        whole.Lines.ToList().ForEach(line => line.Recheck());
        Assert.Equal([(10, "whole_unchanged")], Asked());

        whole.Line(5).Type(0, "95");
        await whole.SaveAsync(whole.Line(5));
        Assert.Equal([(10, "unchanged"), (11, "unchanged")], Asked());

        whole.Line(5).Type(0, "96");
        await whole.SaveAsync(whole.Line(5));
        Assert.Equal([(10, "whole_unchanged")], Asked());

        IEnumerable<(int Number, string Code)> Asked() =>
            from line in whole.Lines
            from finding in line.Findings
            where finding.Code.EndsWith("unchanged", StringComparison.Ordinal)
            select (line.Indicator.Number, finding.Code);
    }

    private async Task TypeAsync(int number)
    {
        session.Line(number).Type(0, "47");
        await GiveUpAsync(session.SaveAsync(session.Line(number)));
    }

    private async Task GiveUpAsync(Task saving)
    {
        foreach (var pause in new[] { 1, 3, 8 })
        {
            await time.RunOutAsync(pause);
        }

        await saving;
    }

    private List<EntryLine> Typed(params IEnumerable<int> numbers)
    {
        List<EntryLine> lines = [.. numbers.Select(session.Line)];
        lines.ForEach(line => line.Type(0, "47"));
        return lines;
    }

    private Task<IReadOnlyList<SaveOutcome>> StoreAsync(IReadOnlyList<SaveValue> saves)
    {
        calls++;
        sent.AddRange(saves);
        return isAway ? throw new TimeoutException() : Task.FromResult<IReadOnlyList<SaveOutcome>>([.. saves.Select(Outcome)]);
    }

    private SaveOutcome Outcome(SaveValue save) => refusals.TryGetValue(save.Key.IndicatorNumber, out var refusal)
        ? SaveOutcome.Of(refusal)
        : Carrying(SaveOutcome.Of(new SavedValue(save.Version + 1, ValueStatus.Draft, time.GetUtcNow())), save.Key.IndicatorNumber);

    private SaveOutcome Carrying(SaveOutcome outcome, int number)
    {
        if (carried.TryGetValue(number, out var other))
        {
            outcome.Carry(other);
        }

        return outcome;
    }

    private static UnitReport Report(Func<int, ValueStatus>? statusOf = null)
    {
        var known = TestData.Unit(BuiltInPlan.Naiman.Code).Build();
        return new UnitReport(
            BuiltInPlan.Naiman,
            BuiltInPlan.Facts.Period(Quarter),
            [.. BuiltInPlan.Plan.Indicators.Select(indicator => new ReportEntry(indicator, Statement.Empty, statusOf?.Invoke(indicator.Number) ?? ValueStatus.Empty, 0, null, null, null, known, RatingRules.RateUnit(indicator, Quarter, known), []))])
        {
            // Nothing of a session asks who reads.
            Reader = null!,
            Facts = BuiltInPlan.Facts,
        };
    }
    /// <summary>Timers that run out when the test says so, told apart by how long they are.</summary>
    private sealed class QueuedTime : TimeProvider
    {
        private readonly List<QueuedTimer> armed = [];

        public int Waiting
        {
            get
            {
                lock (armed)
                {
                    return armed.Count;
                }
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new QueuedTimer(this, () => callback(state));
            timer.Change(dueTime, period);
            return timer;
        }

        /// <summary>Waits until a timer of that length is set, and lets it run out.</summary>
        public async Task RunOutAsync(int seconds)
        {
            for (var tries = 0; tries < 2000; tries++)
            {
                if (Take(TimeSpan.FromSeconds(seconds)) is { } timer)
                {
                    timer.Callback();
                    return;
                }

                await Task.Delay(5);
            }

            Assert.Fail($"Nobody waits {seconds} seconds.");
        }

        private QueuedTimer? Take(TimeSpan due)
        {
            lock (armed)
            {
                var timer = armed.Find(timer => timer.Due == due);
                armed.Remove(timer!);
                return timer;
            }
        }

        private sealed class QueuedTimer(QueuedTime time, Action callback) : ITimer
        {
            public Action Callback { get; } = callback;

            public TimeSpan Due { get; private set; }

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                lock (time.armed)
                {
                    time.armed.Remove(this);
                    Due = dueTime;
                    if (dueTime != Timeout.InfiniteTimeSpan)
                    {
                        time.armed.Add(this);
                    }

                    return true;
                }
            }

            public void Dispose()
            {
                lock (time.armed)
                {
                    time.armed.Remove(this);
                }
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
