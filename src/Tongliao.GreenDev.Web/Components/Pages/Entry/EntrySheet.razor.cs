using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>The interactive part of the entry page: one clerk's report of one quarter.</summary>
public sealed partial class EntrySheet(
    ReportQueries reports,
    ReviewService steps,
    DraftService submissions,
    ReportImportQueries imports,
    OfficeClock clock,
    TimeProvider time,
    ILogger<EntrySheet> log,
    IJSRuntime browser,
    AuthenticationStateProvider authentication) : IAsyncDisposable
{
    private const string Script = "./Components/Pages/Entry/EntrySheet.razor.js";

    private readonly Dictionary<int, string> leads = [];
    private ElementReference root;
    private IJSObjectReference? script;
    private Caller? caller;
    private EntrySession? session;
    private ReportingPeriod? period;
    private EntryFilter? applied;
    private IReadOnlyList<int> shown = [];
    private IReadOnlyList<EntryBlock>? blocks;
    private string? refusal;
    private string? failure;
    private string? done;
    private ReportImport? import;
    private string fileName = "";
    private bool isSaving;
    private bool isSubmitting;
    private bool isListening;
    private int revision;
    private bool hasCountyReview = true;

    [Parameter, EditorRequired]
    public string UnitCode { get; set; } = "";

    /// <summary>For example <c>2025Q3</c>.</summary>
    [Parameter, EditorRequired]
    public string Period { get; set; } = "";

    [Parameter]
    public EntryFilter Filter { get; set; }

    private ReportKey Key => new(UnitCode, Quarter.Read(Period));

    private int Filled => session!.Lines.Count(line => line.IsFilled);

    private int Warnings => session!.Lines.Count(line => line.IsWithClerk && line.HasOpenWarning);

    private int Returned => session!.Lines.Count(line => line.Status == ValueStatus.Returned);

    private bool HasWork => isListening && period!.AcceptsEntry && session!.Lines.Any(line => line.IsWithClerk);

    private List<EntryLine> Submittable => [.. session!.Lines.Where(line => line.IsWithClerk)];

    public async ValueTask DisposeAsync()
    {
        session?.Dispose();
        if (script is not null)
        {
            try
            {
                await script.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser has gone, and the script with it.
            }
        }
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            caller = SessionClaims.CallerOf((await authentication.GetAuthenticationStateAsync()).User);
            var report = await ReadAsync();
            foreach (var entry in report.Entries)
            {
                leads[entry.Indicator.Number] = report.Facts.Department(entry.Indicator.LeadDepartmentId).ShortName + "牵头";
            }

            period = report.Period;
            hasCountyReview = report.Facts.HasCountyReview(report.Unit);
            session = new EntrySession(report, saves => submissions.SaveAllAsync(caller!, saves, CancellationToken.None), clock, time, log)
            {
                Changed = StateHasChanged,
                Dispatch = InvokeAsync,
            };
        }
        catch (RefusalException exception)
        {
            refusal = exception.Message;
        }
    }

    protected override void OnParametersSet()
    {
        // A row that fits the filter no longer stays until the filter is chosen again: it would vanish under the typing hand.
        if (session is not null && applied != Filter)
        {
            applied = Filter;
            shown = [.. session.Lines.Where(Matches).Select(line => line.Indicator.Number)];
        }
    }

    private bool Matches(EntryLine line) => Filter switch
    {
        EntryFilter.All => true,
        EntryFilter.Unfilled => line.IsWithClerk && !line.IsFilled,
        EntryFilter.Warning => line.IsWithClerk && line.HasOpenWarning,
        EntryFilter.Returned => line.IsWithClerk && line.Record.ReturnReason is not null,
    };

    /// <summary>Opens the fields once keys are heard as well as pasted blocks.</summary>
    private async Task OpenFieldsAsync()
    {
        script = await browser.InvokeAsync<IJSObjectReference?>("import", Script);
        await TellBrowserAsync("attach", root);
        isListening = true;
        StateHasChanged();
        await TellBrowserAsync("begin", root);
    }

    private string AddressOf(EntryFilter filter) =>
        $"/entry?period={Period}" + (filter.Code() is { } code ? $"&{EntryFilters.Parameter}={code}" : "");

    private Task<UnitReport> ReadAsync() => reports.ReportAsync(caller!, Key, CancellationToken.None);

    private async Task CheckAsync()
    {
        await session!.EndWaitAsync();
        await session.WhenIdle;
        done = failure = null;
        blocks = EntryBlock.Of(session.Lines);
        ShowAll();
        await ShowAsync("blocks");
    }

    private async Task AskAsync()
    {
        await CheckAsync();
        if (blocks is { Count: 0 })
        {
            await TellBrowserAsync("open", "confirm");
        }
    }

    private async Task SubmitAsync()
    {
        // The second click of a double click.
        if (isSubmitting || Submittable.Count == 0)
        {
            return;
        }

        isSubmitting = true;
        try
        {
            var lines = Submittable;
            await steps.ApplyAsync(
                caller!,
                new ApplyStep(
                    Key,
                    ReviewStep.Submit,
                    [.. lines.Select(line => line.Indicator.Number)],
                    Reason: null,
                    lines.ToDictionary(line => line.Indicator.Number, line => line.Version),
                    Guid.CreateVersion7())
                {
                    Reasons = lines.Where(line => line.Answer.Length > 0).ToDictionary(line => line.Indicator.Number, line => line.Answer),
                },
                CancellationToken.None);
            session!.Replace(await ReadAsync());
            (blocks, done) = (null, $"已上报{lines.Count}项，等待{(hasCountyReview ? "县级" : "市级")}审核。");
            revision++;
        }
        catch (RefusalException exception)
        {
            failure = exception.Message;
        }
        finally
        {
            isSubmitting = false;
        }

        await TellBrowserAsync("close", "confirm");
        await ShowAsync(failure is null ? "done" : "blocks");
    }

    /// <summary>A filled-in template was chosen: what it would change is shown; nothing is stored.</summary>
    private async Task ImportAsync(InputFileChangeEventArgs chosen)
    {
        (import, done, failure, blocks) = (null, null, null, null);
        await session!.EndWaitAsync();
        await session.WhenIdle;
        try
        {
            import = await imports.ReadAsync(caller!, Key, chosen.File.Name, await ChosenWorkbook.ReadAsync(chosen.File), CancellationToken.None);
            fileName = chosen.File.Name;
        }
        catch (RefusalException refused)
        {
            failure = refused.Message;
        }
        catch (IOException)
        {
            failure = ChosenWorkbook.NotWholly;
        }

        await ShowAsync(failure is null ? "imported" : "blocks");
    }

    private async Task SaveImportAsync()
    {
        // The second click of a double click.
        if (isSaving || import is not { Faults.Count: 0 } read)
        {
            return;
        }

        isSaving = true;
        try
        {
            var outcomes = await submissions.SaveAllAsync(caller!, read.Saves, CancellationToken.None);
            var refused = read.Saves.Zip(outcomes).Where(pair => pair.Second.Refusal is not null).Select(pair => $"第{pair.First.Key.IndicatorNumber}项：{pair.Second.Refusal!.Message}").ToList();
            done = refused.Count < read.Saves.Count ? $"已从“{fileName}”写入{read.Saves.Count - refused.Count}项草稿。" : null;
            failure = refused.Count > 0 ? $"{refused.Count}项没有写入。{string.Concat(refused)}" : null;
            import = null;
        }
        catch (RefusalException refused)
        {
            failure = refused.Message;
        }
        finally
        {
            isSaving = false;
        }

        session!.Replace(await ReadAsync());
        revision++;
        await ShowAsync(failure is null ? "done" : "blocks");
    }

    private void LeaveImport() => import = null;

    /// <summary>撤回 of one value that no reviewer has opened yet.</summary>
    private async Task WithdrawAsync(int number)
    {
        done = failure = null;
        try
        {
            var versions = new Dictionary<int, int> { [number] = session!.Line(number).Version };
            await steps.ApplyAsync(
                caller!, new ApplyStep(Key, ReviewStep.Withdraw, [number], Reason: null, versions, Guid.CreateVersion7()), CancellationToken.None);
            done = $"第{number}项已撤回，可以修改后重新上报。";
        }
        catch (RefusalException exception)
        {
            failure = exception.Message;
        }

        session!.Replace(await ReadAsync());
        revision++;
        await ShowAsync(failure is null ? "done" : "blocks");
    }

    /// <summary>Shows what others saved meanwhile, except in rows that the clerk is in or has unsaved text in.</summary>
    private async Task<bool> TakeOverAsync()
    {
        if (script is null)
        {
            return false;
        }

        await session!.WhenIdle;
        try
        {
            var fresh = await ReadAsync();
            return session.TakeOver(fresh, await script.InvokeAsync<int[]>("edited", root));
        }
        catch (Exception exception)
        {
            log.LogWarning(exception, "What others saved of {Report} could not be taken over.", Key);
            return false;
        }
    }

    /// <summary>Leads eyes and keyboard to what was just found or done.</summary>
    private async Task ShowAsync(string id)
    {
        StateHasChanged();

        // What an event handler changed is drawn once it lets go: only then can the browser find it.
        await Task.Yield();
        await TellBrowserAsync("show", id);
    }

    private async Task TellBrowserAsync(string function, object argument)
    {
        if (script is not null)
        {
            await script.InvokeVoidAsync(function, argument);
        }
    }

    private void ShowAll() => shown = [.. session!.Lines.Select(line => line.Indicator.Number)];
}
