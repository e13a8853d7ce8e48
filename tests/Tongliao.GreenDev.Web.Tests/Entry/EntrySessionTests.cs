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
    private readonly EntrySession session;
    private bool isAway = true;

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

    public void Dispose() => session.Dispose();

    private async Task TypeAsync(int number)
    {
        session.Line(number).Type(0, "47");
        var saving = session.SaveAsync(session.Line(number));
        foreach (var pause in new[] { 1, 3, 8 })
        {
            await time.RunOutAsync(pause);
        }

        await saving;
    }

    private Task<SavedValue> StoreAsync(SaveValue save)
    {
        sent.Add(save);
        return isAway ? throw new TimeoutException() : Task.FromResult(new SavedValue(save.Version + 1, ValueStatus.Draft, time.GetUtcNow()));
    }

    private static UnitReport Report()
    {
        var known = TestData.Unit(BuiltInPlan.Naiman.Code).Build();
        return new UnitReport(
            BuiltInPlan.Naiman,
            BuiltInPlan.Facts.Period(Quarter),
            [.. BuiltInPlan.Plan.Indicators.Select(indicator => new ReportEntry(indicator, Statement.Empty, ValueStatus.Empty, 0, null, null, null, known, RatingRules.RateUnit(indicator, Quarter, known), []))])
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
