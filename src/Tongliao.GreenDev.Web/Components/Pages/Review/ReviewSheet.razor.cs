using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>The review of one unit's report by its county or by the city: what waits for the reader first, decided on by mouse or by keyboard.</summary>
public sealed partial class ReviewSheet(
    ReportQueries reports,
    ReviewService steps,
    ReviewOpenings openings,
    CityQueries city,
    ReportChanges changes,
    TimeProvider time,
    IDialogService dialogs,
    ILogger<ReviewSheet> log,
    IJSRuntime browser,
    AuthenticationStateProvider authentication)
    : ActingIsland(authentication), IAsyncDisposable
{
    private const string Script = "./Components/Pages/Review/ReviewSheet.razor.js";

    private ElementReference root;
    private IJSObjectReference? script;
    private ChangeListener? listener;
    private ReviewSession? session;
    private string? focus;
    private bool isAttaching;
    private bool isListening;
    private bool hadSome;

    [Parameter, EditorRequired]
    public string UnitCode { get; set; } = "";

    /// <summary>For example <c>2025Q3</c>.</summary>
    [Parameter, EditorRequired]
    public string Period { get; set; } = "";

    /// <summary>Only the indicators that this department leads; null for all.</summary>
    [Parameter]
    public string? Lead { get; set; }

    /// <summary>Where the review goes on when nothing waits here; null for nowhere.</summary>
    [Parameter]
    public string? NextAddress { get; set; }

    /// <summary>What stands there.</summary>
    [Parameter]
    public string? NextName { get; set; }

    private ReportKey Key => new(UnitCode, Quarter.Read(Period));

    private string? News
    {
        get
        {
            var moved = session!.Lines.Count(line => line.Newer is not null);
            var parts = new[] { session.Arrived > 0 ? $"新到 {session.Arrived} 项" : null, moved > 0 ? $"{moved} 项有变化" : null };
            return parts.Any(part => part is not null) ? string.Join("，", parts.OfType<string>()) + "。" : null;
        }
    }

    /// <summary>Where to go on when there is no next row: to the first that is left, or to the next unit.</summary>
    private string Onwards => session!.Shown.Count > 0 ? $"row-{session.Shown[0].Number}" : NextAddress is not null ? "next" : "said";

    public async ValueTask DisposeAsync()
    {
        listener?.Dispose();
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

    protected override async Task LoadAsync(Caller caller)
    {
        var report = await reports.ReportAsync(caller, Key, CancellationToken.None);
        if (session is not null)
        {
            session.Take(report);
            return;
        }

        await openings.RecordAsync(report, CancellationToken.None);
        session = new ReviewSession(report, Lead, await WeightsAsync(caller, report), ApplyAsync, time, log);
        hadSome = session.Lines.Count > 0;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            listener = new ChangeListener(changes, time, Concerns, _ => InvokeAsync(HearAsync));
        }

        // It may be drawn again before the script has come; attached twice every key would act twice.
        if (session is not null && !isAttaching)
        {
            isAttaching = true;
            script = await browser.InvokeAsync<IJSObjectReference>("import", Script);
            await script.InvokeVoidAsync("attach", root);
            isListening = true;
            StateHasChanged();
        }
        else if (script is not null && (focus is not null || session!.Lines.Any(line => line.IsUnseen)))
        {
            // The browser answers when it has drawn what is shown by now, and has sent before whatever was clicked before.
            List<ReviewLine> drawn = [.. session!.Lines.Where(line => line.IsUnseen)];
            var id = focus;
            focus = null;
            await script.InvokeVoidAsync("show", id);
            drawn.ForEach(line => line.HasBeenSeen());
        }
    }

    private static string Pressed(bool isPressed) => isPressed ? "true" : "false";

    private async Task<IReadOnlyDictionary<int, string>> WeightsAsync(Caller caller, UnitReport report) => report.Reader.May(Act.ReviewForCity)
        ? await city.WeightsAsync(caller, UnitCode, Key.Quarter, FigureBasis.Submitted, CancellationToken.None)
        : new Dictionary<int, string>();

    private int Count(ReviewMark mark) => session!.Lines.Count(line => line.Marks.Contains(mark));

    private void Pick(ReviewMark? mark) => session!.Picked = mark;

    /// <summary>The person is read anew for each act.</summary>
    private async Task ApplyAsync(ApplyStep step) =>
        await steps.ApplyAsync(await CallerAsync(), step, CancellationToken.None);

    private bool Concerns(ReportChange change) =>
        change.IsOfValues && change.ById != session?.Report.Reader.UserId && (change.UnitCode is null || (change.UnitCode == UnitCode && change.Quarter == Key.Quarter));

    private async Task HearAsync()
    {
        await ReadAsync(LoadAsync);
        StateHasChanged();
    }

    private async Task DecideAsync((ReviewLine Line, ReviewStep Step) decision)
    {
        var (line, step) = decision;
        if (line.IsBusy || line.IsUnseen)
        {
            return;
        }

        Done = null;
        if (line.IsJudgedAnew)
        {
            line.Failure = "判定在您查看后有变化，没有办理。请看过现在的判定再决定。";
            await RenewAsync(line);
            return;
        }

        var next = NextAfter(line);
        var outcome = await session!.DecideAsync(line, step);
        focus = outcome switch
        {
            ReviewOutcome.NeedsReason => $"reason-{line.Number}",
            ReviewOutcome.NeedsActingReason => $"acting-{line.Number}",
            _ => $"row-{line.Number}",
        };
        if (outcome == ReviewOutcome.Done)
        {
            await script!.InvokeVoidAsync("settle", root, line.Number);
            await ReadAsync(LoadAsync);
            Done = $"第{line.Number}项已{step.Word()}，{(session.Lines.Count > 0 ? $"还有 {session.Lines.Count} 项。" : "这里的数据都已办理。")}";
            focus = next ?? Onwards;
        }
        else if (outcome == ReviewOutcome.Moved)
        {
            await ReadAsync(LoadAsync);
            await RenewAsync(line);
        }
    }

    /// <summary>The row to go to when one has been decided on: the next of those shown, at the end the one before.</summary>
    private string? NextAfter(ReviewLine line)
    {
        List<ReviewLine> shown = [.. session!.Shown];
        var place = shown.IndexOf(line);
        var next = shown.ElementAtOrDefault(place + 1) ?? shown.ElementAtOrDefault(place - 1);
        return next is null ? null : $"row-{next.Number}";
    }

    /// <summary>Shows one row as it stands by now, which is from then on what the reviewer has opened.</summary>
    private async Task RenewAsync(ReviewLine line)
    {
        session!.Renew(line);
        if (session.Lines.Contains(line))
        {
            focus = $"row-{line.Number}";
            await openings.RecordAsync(session.Report with { Entries = [line.Entry] }, CancellationToken.None);
        }
        else
        {
            var entry = session.Report.Entries.Single(entry => entry.Indicator.Number == line.Number);
            Done = $"第{line.Number}项已由他人办理，现为“{entry.Status.Word()}”，没有再办理。";
            focus = "said";
        }
    }

    private Task RenewAllAsync() => ReadAsync(async caller =>
    {
        await LoadAsync(caller);
        await openings.RecordAsync(session!.Report, CancellationToken.None);
        session.Renew(await WeightsAsync(caller, session.Report));
        focus = Onwards;
    });

    private async Task ApproveShownAsync()
    {
        List<ReviewLine> shown = [.. session!.Approvable];
        var held = session.Shown.Count - shown.Count;
        await AskAsync(_ => dialogs.AskAsync(new DialogParameters<ApproveShownDialog>
        {
            { dialog => dialog.Session, session },
            { dialog => dialog.Lines, shown },
            { dialog => dialog.Held, held },
        }));
        focus = Done is null ? null : Onwards;
    }

    private Task Reopen(ReportEntry entry) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<ReopenDialog>
    {
        { dialog => dialog.Key, Key },
        { dialog => dialog.Entry, entry },
        { dialog => dialog.Others, [.. session!.Others.Where(other => other.Status == ValueStatus.Accepted && other != entry)] },
    }));
}
