using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>One clerk at one report: its rows, and the one place from which they are saved.</summary>
/// <param name="report">The report as it was read.</param>
/// <param name="store">Stores some of its values, and tells of each what became of it.</param>
/// <param name="clock">Of the offices.</param>
/// <param name="time">Tells how long to wait between tries.</param>
/// <param name="log">Where failures go.</param>
public sealed class EntrySession(
    UnitReport report,
    Func<IReadOnlyList<SaveValue>, Task<IReadOnlyList<SaveOutcome>>> store,
    OfficeClock clock,
    TimeProvider time,
    ILogger log) : IDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8)];
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);

    // Every save of a report takes the same lock in the database: in turn, they need one connection.
    private Task queue = Task.CompletedTask;
    private SortedList<int, EntryLine> byNumber = LinesOf(report);
    private SharedFields? shared;
    private SheetProposals? proposals;

    // One for the whole sheet, and only once a save went unanswered.
    private ITimer? retry;
    private bool isOver;

    // Where it is asked that the whole report is last quarter's; null for nowhere.
    private int? askedAt = report.CarriedOver?.AskedAt;

    public ReportKey Key { get; } = new(report.Unit.Code, report.Period.Quarter);

    public Quarter Quarter => Key.Quarter;

    public IList<EntryLine> Lines => byNumber.Values;

    /// <summary>Which of the rows' fields hold one number.</summary>
    public SharedFields Shared => shared ??= new SharedFields(report.Facts.Plan, Lines);

    /// <summary>What empty fields are filled with, to be confirmed.</summary>
    public SheetProposals Proposals => proposals ??= Proposed();

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
    public void Replace(UnitReport fresh) => (byNumber, shared, proposals, askedAt) = (LinesOf(fresh), null, null, fresh.CarriedOver?.AskedAt);

    /// <summary>
    /// Saves what differs from the database, until nothing does, in the row and in those that hold one of its numbers. A row that is being
    /// saved is not started twice.
    /// </summary>
    public Task SaveAsync(EntryLine line)
    {
        var others = Shared.Carry(line);
        var isProposing = Proposals.Refresh();
        return others.Count > 0 || isProposing ? SaveAsync([line, .. others]) : SaveAsync([line], Pauses);
    }

    /// <summary>Shows what others saved, where nothing of the clerk's own is in the way.</summary>
    /// <param name="fresh">The report as it is now.</param>
    /// <param name="edited">序号 of the rows that the clerk is in, or has typed in.</param>
    /// <returns>Whether the rows show all of it.</returns>
    public bool TakeOver(UnitReport fresh, IReadOnlyCollection<int> edited)
    {
        var changed = fresh.Entries.Where(entry => Line(entry.Indicator.Number).Version < entry.Version).ToList();

        // A number that is carried over from a row left as it was must not go into one at its new version, unseen: they conflict together.
        var left = Shared.WithSharing(edited.Concat(changed.Where(entry => !Line(entry.Indicator.Number).MayTake(entry)).Select(entry => entry.Indicator.Number)));
        var taken = changed.FindAll(entry => !left.Contains(entry.Indicator.Number));
        taken.ForEach(entry => Line(entry.Indicator.Number).Take(entry));
        if (taken.Count > 0)
        {
            Proposals.Refresh();
            Recheck(taken.Select(entry => Line(entry.Indicator.Number)));
            Draw();
        }

        return taken.Count == changed.Count;
    }

    /// <summary>Makes every stock that is proposed as it stood a quarter before what the report says (全部确认沿用).</summary>
    public Task ConfirmAsync() => SaveAsync(Proposals.ConfirmStanding());

    /// <summary>Saves rows that were filled together, together, with those that hold their numbers; they are drawn anew when that begins and when it ends.</summary>
    public async Task SaveAsync(IReadOnlyList<EntryLine> lines)
    {
        var all = lines.Union(lines.SelectMany(Shared.Carry).ToList()).ToList();
        Proposals.Refresh();
        var saving = SaveAsync(all, Pauses);
        Draw();
        await saving;
        Draw();
    }

    /// <summary>Calls wrong, or saves, what waited for another number.</summary>
    public async Task EndWaitAsync()
    {
        foreach (var line in Lines.Where(line => line.Awaited is not null).ToList())
        {
            line.EndWait();
            await SaveAsync(line);
        }
    }

    /// <summary>Ends the tries: the screen is gone.</summary>
    public void Dispose()
    {
        isOver = true;
        retry?.Dispose();
    }

    private async Task SaveAsync(IReadOnlyList<EntryLine> lines, TimeSpan[] pauses)
    {
        Recheck(lines);
        List<EntryLine> begun = [.. lines.Where(line => !line.IsSaving && line.NextSave(Key) is not null)];
        if (begun.Count > 0)
        {
            begun.ForEach(line => line.IsSaving = true);
            Changed?.Invoke();
            try
            {
                await (queue = SaveAfterAsync(queue, begun, pauses));
            }
            finally
            {
                begun.ForEach(line => line.IsSaving = false);
            }
        }

        if (lines.Any(line => line.IsUnanswered))
        {
            RetryLater();
        }

        News = EntryWords.Of(lines, clock);
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
            await SaveAsync([line], pauses: []);
            if (isOver || line.IsUnanswered)
            {
                break;
            }
        }

        Draw();
    }

    private void Draw()
    {
        Drawings++;
        Changed?.Invoke();
    }

    private async Task SaveAfterAsync(Task earlier, List<EntryLine> lines, TimeSpan[] pauses)
    {
        await earlier;
        while (lines.Count > 0 && await TryStoreAsync(lines, pauses))
        {
            // What was typed meanwhile; a refused row waits for the clerk.
            lines = lines.FindAll(line => line.NextSave(Key) is not null);
        }
    }

    /// <summary>Sends the saves of some rows; without an answer the same again, by the same ids.</summary>
    /// <returns>Whether there was an answer.</returns>
    private async Task<bool> TryStoreAsync(List<EntryLine> lines, TimeSpan[] pauses)
    {
        var saves = lines.ConvertAll(line => line.NextSave(Key)!);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                foreach (var (line, save, outcome) in lines.Zip(saves, await OutcomesAsync(saves)))
                {
                    if (outcome.Saved is { } saved)
                    {
                        line.Stored(save, saved);
                        TakeOver(outcome.Carried);
                    }
                    else
                    {
                        line.Refused(outcome.Refusal!);
                    }
                }

                return true;
            }
            catch (Exception exception)
            {
                log.LogError(exception, "Saving {Values} of {Report} failed.", string.Join(", ", saves.Select(save => save.Key.IndicatorNumber)), Key);
                if (attempt == pauses.Length)
                {
                    lines.ForEach(line => line.Unanswered());
                    return false;
                }

                await Task.Delay(pauses[attempt], time);
            }
        }
    }

    private void TakeOver(IReadOnlyList<CarriedValue> carried)
    {
        foreach (var value in carried)
        {
            Line(value.IndicatorNumber).Carried(value);
        }
    }

    private async Task<IReadOnlyList<SaveOutcome>> OutcomesAsync(IReadOnlyList<SaveValue> saves)
    {
        try
        {
            return await store(saves);
        }
        catch (RefusalException refusal)
        {
            return [.. saves.Select(_ => SaveOutcome.Of(refusal))];
        }
    }

    private SheetProposals Proposed()
    {
        var made = new SheetProposals(report.Facts.Plan, Lines);
        made.Refresh();
        return made;
    }

    /// <summary>Checks rows anew that are compared with one whose numbers may have changed.</summary>
    private void Recheck(IEnumerable<EntryLine> changed)
    {
        AskOfTheWhole();
        var compared = changed.SelectMany(line => SameFact.ComparedBy(line.Indicator)).Distinct().Where(byNumber.ContainsKey).ToList();
        if (compared.Count > 0)
        {
            compared.ForEach(number => Line(number).Recheck());
            Draw();
        }
    }

    /// <summary>The report has come to say, or says no more, what it said the quarter before: that is asked elsewhere than before.</summary>
    private void AskOfTheWhole()
    {
        var now = CarriedOverIn(Lines, Quarter)?.AskedAt;
        if (now != askedAt)
        {
            askedAt = now;
            foreach (var line in Lines)
            {
                line.AskAnew();
            }

            Draw();
        }
    }

    private static CarriedOver? CarriedOverIn(IEnumerable<EntryLine> lines, Quarter quarter) => CarriedOver.Of(quarter, [.. lines.Select(line => line.AsPart)]);

    private static SortedList<int, EntryLine> LinesOf(UnitReport report)
    {
        var lines = new SortedList<int, EntryLine>();
        foreach (var entry in report.Entries)
        {
            lines[entry.Indicator.Number] = new EntryLine(entry, report.Period.Quarter, report.Facts.Checks, number => lines.GetValueOrDefault(number)?.Said, () => CarriedOverIn(lines.Values, report.Period.Quarter));
        }

        return lines;
    }
}
