using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>
/// The frame of every dialog in which a person does something. It sends what is asked for once however often it is pressed, on the version
/// that was shown; a refusal stands above the fields and at the one it is about, with all that was typed; success closes it with what was done.
/// </summary>
public sealed partial class ActDialog(AuthenticationStateProvider authentication, ILogger<ActDialog> log)
{
    private readonly List<ActField> fields = [];
    private Guid operation = Guid.CreateVersion7();
    private RefusalException? refused;
    private int? version;
    private bool unanswered;
    private bool isBusy;
    private bool isDone;
    private bool isToBeRead;
    private ElementReference outcome;
    private bool isToBeCorrected;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What the button says that does it; null where there is only something to read.</summary>
    [Parameter]
    public string? Word { get; set; }

    /// <summary>Whether it cannot be undone.</summary>
    [Parameter]
    public bool IsGrave { get; set; }

    /// <summary>Of what was shown; null where something new is made.</summary>
    [Parameter]
    public int? Version { get; set; }

    /// <summary>Does it, for a caller with the id of this act, on the version it is given.</summary>
    [Parameter]
    public Func<Caller, int?, Task> Send { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Chinese: what was done, for the page behind.</summary>
    [Parameter]
    public Func<string> Done { get; set; } = () => "";

    /// <summary>What was typed beside what somebody else put there meanwhile.</summary>
    [Parameter]
    public Func<object, IEnumerable<ConflictRow>> Conflict { get; set; } = _ => [];

    /// <summary>What success shows in the dialog, such as a secret that is told once; null closes it at once.</summary>
    [Parameter]
    public RenderFragment? Outcome { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Frame { get; set; } = default!;

    /// <summary>What is wrong with a field, by the name it has in the services; null when nothing is.</summary>
    public string? FaultOf(string field) => refused?.Errors.FirstOrDefault(fault => fault.Field == field)?.Message;

    /// <summary>A field that says itself what is wrong with it.</summary>
    internal void Add(ActField field) => fields.Add(field);

    protected override void OnInitialized() => version = Version;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isToBeCorrected)
        {
            isToBeCorrected = false;
            await (fields.Find(field => FaultOf(field.Name) is not null)?.FocusAsync() ?? Task.CompletedTask);
        }
        else if (isToBeRead)
        {
            isToBeRead = false;
            await outcome.FocusAsync();
        }
    }

    private async Task SendAsync()
    {
        if (isBusy || isDone || Word is null)
        {
            return;
        }

        (isBusy, unanswered, refused) = (true, false, null);
        try
        {
            await Send(SessionClaims.CallerOf((await authentication.GetAuthenticationStateAsync()).User) with { OperationId = operation }, version);
            Finish();
        }
        catch (RefusalException refusal) when (refusal.Code == RefusalCodes.AlreadyDone)
        {
            // The answer to an earlier sending never came.
            Finish();
        }
        catch (RefusalException refusal)
        {
            // Nothing was done: what is sent next, corrected, is another act, on what has been seen by then.
            (refused, operation) = (refusal, Guid.CreateVersion7());
            isToBeCorrected = true;
            version = refusal.Current is CurrentState current ? current.Version : version;
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Act {Title} got no answer.", Title);
            unanswered = true;
        }
        finally
        {
            isBusy = false;
        }
    }

    private void Finish()
    {
        if (Outcome is null)
        {
            Frame.Close(Done());
        }
        else
        {
            (isDone, isToBeRead) = (true, true);
        }
    }

    /// <summary>Escape leaves the dialog, but neither while the act is under way nor with what is told once; an open list keeps the key to itself.</summary>
    private void OnKey(KeyboardEventArgs pressed)
    {
        if (pressed.Key == "Escape" && !isBusy && !isDone)
        {
            Frame.Cancel();
        }
    }
}
