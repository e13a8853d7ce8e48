using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>One clerk at one report: its rows, and the one place from which they are saved.</summary>
/// <param name="report">The report as it was read.</param>
/// <param name="store">Stores one value.</param>
/// <param name="clock">Of the offices.</param>
/// <param name="time">Tells how long to wait between tries.</param>
/// <param name="log">Where failures go.</param>
public sealed class EntrySession(
    UnitReport report, Func<SaveValue, Task<SavedValue>> store, OfficeClock clock, TimeProvider time, ILogger log) : IDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8)];
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);

    // Every save of a report takes the same lock in the database: in turn, they need one connection instead of one a row.
    private Task queue = Task.CompletedTask;
    private SortedList<int, EntryLine> byNumber = LinesOf(report);

    // One for the whole sheet, and only once a save went unanswered.
    private ITimer? retry;
    private bool isOver;

    public ReportKey Key { get; } = new(report.Unit.Code, report.Period.Quarter);

    public Quarter Quarter => Key.Quarter;

    public IList<EntryLine> Lines => byNumber.Values;

    /// <summary>The latest news for a screen reader.</summary>
    public string News { get; private set; } = "";

    /// <summary>Raised when a row begins or ends a save.</summary>
    public Action? Changed { get; set; }

    /// <summary>Runs work as the screen runs what people do on it.</summary>
    public Func<Func<Task>, Task> Dispatch { get; set; } = static work => work();

    /// <summary>Counts up when rows changed though nobody touched them.</summary>
    public int Drawings { get; private set; }

    /// <summary>Ends when nothing waits to be saved any more.</summary>
    public Task WhenIdle => queue;

    /// <summary>The row of an indicator. Asked for many times in every drawing of a row.</summary>
    public EntryLine Line(int number) => byNumber[number];

    /// <summary>Shows a report read anew; whatever was typed and not saved is gone.</summary>
    public void Replace(UnitReport fresh) => byNumber = LinesOf(fresh);

    /// <summary>Saves what differs from the database, until nothing does. A row that is being saved is not started twice.</summary>
    public Task SaveAsync(EntryLine line) => SaveAsync(line, Pauses);

    /// <summary>Saves rows that were filled together; each is drawn anew when it begins and when it ends.</summary>
    public Task SaveAsync(IReadOnlyList<EntryLine> lines)
    {
        var saves = lines.Select(SaveAndDrawAsync).ToList();
        Draw();
        return Task.WhenAll(saves);
    }

    /// <summary>Ends the tries: the screen is gone.</summary>
    public void Dispose()
    {
        isOver = true;
        retry?.Dispose();
    }

    private async Task SaveAsync(EntryLine line, TimeSpan[] pauses)
    {
        if (!line.IsSaving && line.NextSave(Key) is not null)
        {
            line.IsSaving = true;
            Changed?.Invoke();
            try
            {
                await (queue = SaveAfterAsync(queue, line, pauses));
            }
            finally
            {
                line.IsSaving = false;
            }
        }

        if (line.IsUnanswered)
        {
            RetryLater();
        }

        News = $"第{line.Indicator.Number}项 {EntryWords.Of(line, clock)}";
        Changed?.Invoke();
    }

    private void RetryLater()
    {
        if (!isOver)
        {
            retry ??= time.CreateTimer(_ => _ = Dispatch(RetryAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            retry.Change(RetryAfter, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Sends each unanswered save once more; the first without an answer ends the round, since the others would have none either.</summary>
    private async Task RetryAsync()
    {
        foreach (var line in Lines.Where(line => line.IsUnanswered).ToList())
        {
            await SaveAsync(line, pauses: []);
            if (isOver || line.IsUnanswered)
            {
                break;
            }
        }

        Draw();
    }

    private async Task SaveAndDrawAsync(EntryLine line)
    {
        await SaveAsync(line);
        Draw();
    }

    private void Draw()
    {
        Drawings++;
        Changed?.Invoke();
    }

    private async Task SaveAfterAsync(Task earlier, EntryLine line, TimeSpan[] pauses)
    {
        await earlier;
        while (line.NextSave(Key) is { } save && await TryStoreAsync(line, save, pauses))
        {
        }
    }

    /// <summary>Sends one save; without an answer the same again, by the same id.</summary>
    private async Task<bool> TryStoreAsync(EntryLine line, SaveValue save, TimeSpan[] pauses)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                line.Stored(save, await store(save));
                return true;
            }
            catch (RefusalException refusal)
            {
                line.Refused(refusal);
                return false;
            }
            catch (Exception exception)
            {
                log.LogError(exception, "Saving indicator {Indicator} of {Report} failed.", line.Indicator.Number, Key);
                if (attempt == pauses.Length)
                {
                    line.Unanswered();
                    return false;
                }

                await Task.Delay(pauses[attempt], time);
            }
        }
    }

    private static SortedList<int, EntryLine> LinesOf(UnitReport report) =>
        new(report.Entries.ToDictionary(entry => entry.Indicator.Number, entry => new EntryLine(entry, report.Period.Quarter)));
}
