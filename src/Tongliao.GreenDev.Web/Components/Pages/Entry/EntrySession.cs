using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>One clerk at one report: its rows, and the one place from which they are saved.</summary>
public sealed class EntrySession(
    SubmissionService submissions, Caller caller, UnitReport report, OfficeClock clock, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8)];

    // Every save of a report takes the same lock in the database: in turn, they need one connection instead of one a row.
    private Task queue = Task.CompletedTask;
    private SortedList<int, EntryLine> byNumber = LinesOf(report);

    public string UnitCode { get; } = report.Unit.Code;

    public Quarter Quarter { get; } = report.Period.Quarter;

    public IList<EntryLine> Lines => byNumber.Values;

    /// <summary>The latest news for a screen reader.</summary>
    public string News { get; private set; } = "";

    /// <summary>Raised when a row begins or ends a save.</summary>
    public Action? Changed { get; set; }

    /// <summary>Ends when nothing waits to be saved any more.</summary>
    public Task WhenIdle => queue;

    /// <summary>The row of an indicator. Asked for many times in every drawing of a row.</summary>
    public EntryLine Line(int number) => byNumber[number];

    /// <summary>Shows a report read anew; whatever was typed and not saved is gone.</summary>
    public void Replace(UnitReport fresh) => byNumber = LinesOf(fresh);

    /// <summary>Saves what differs from the database, until nothing does. A row that is being saved is not started twice.</summary>
    public async Task SaveAsync(EntryLine line)
    {
        if (!line.IsSaving && line.NextSave(UnitCode) is not null)
        {
            line.IsSaving = true;
            Changed?.Invoke();
            try
            {
                await (queue = SaveAfterAsync(queue, line));
            }
            finally
            {
                line.IsSaving = false;
            }
        }

        News = $"第{line.Indicator.Number}项 {EntryWords.Of(line, clock)}";
        Changed?.Invoke();
    }

    private async Task SaveAfterAsync(Task earlier, EntryLine line)
    {
        await earlier;
        while (line.NextSave(UnitCode) is { } save && await TryStoreAsync(line, save))
        {
        }
    }

    /// <summary>Sends one save; without an answer the same again, by the same id.</summary>
    private async Task<bool> TryStoreAsync(EntryLine line, SaveValue save)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                line.Stored(save, await submissions.SaveAsync(caller, save, CancellationToken.None));
                return true;
            }
            catch (RefusalException refusal)
            {
                line.Refused(refusal);
                return false;
            }
            catch (Exception exception)
            {
                log.LogError(exception, "Saving indicator {Indicator} of {Unit} {Quarter} failed.", line.Indicator.Number, UnitCode, Quarter);
                if (attempt == Pauses.Length)
                {
                    line.Unanswered();
                    return false;
                }

                await Task.Delay(Pauses[attempt], time);
            }
        }
    }

    private static SortedList<int, EntryLine> LinesOf(UnitReport report) =>
        new(report.Entries.ToDictionary(entry => entry.Indicator.Number, entry => new EntryLine(entry, report.Period.Quarter)));
}
