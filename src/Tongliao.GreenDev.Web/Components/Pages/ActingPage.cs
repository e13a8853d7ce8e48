using System.Globalization;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages;

/// <summary>A static page with forms: success leads on by a redirect, a refusal shows what stands there now beside what was typed.</summary>
public abstract class ActingPage(NavigationManager navigation, SecretsShownOnce secrets) : ReadingPage(navigation)
{
    private Guid? operation;

    /// <summary>Why the last form was refused.</summary>
    protected RefusalException? Refused { get; private set; }

    /// <summary>What was posted; empty on a page that was only opened.</summary>
    protected IFormCollection Posted => HttpContext.Request.HasFormContentType ? HttpContext.Request.Form : FormCollection.Empty;

    /// <summary>Whether a form was sent and waits to be handled. It has to stand on the page until then, also where a first sending made an end of it.</summary>
    protected bool IsSent(string form) => Refused is null && Posted["_handler"] == form;

    /// <summary>What the sent form is about, at the version that it showed. A form that has lost its version changes nothing.</summary>
    protected Seen<T> AsShown<T>(T subject) => new(subject, ShownVersion);

    /// <inheritdoc cref="AsShown"/>
    protected int ShownVersion => int.TryParse(Posted[FormOperation.VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    /// <summary>Which act the sent form is.</summary>
    private Guid Operation => operation ??= FormOperation.Of(Posted);

    /// <summary>What is wrong with a field, by the name it has in the services; null when nothing is.</summary>
    protected string? FaultOf(string field) => Refused?.Errors.FirstOrDefault(fault => fault.Field == field)?.Message;

    /// <summary>What was typed into a field before it was refused, otherwise what stands there.</summary>
    protected string? Kept(string name, string? current = null) => Refused is null ? current : Posted[name].ToString();

    /// <summary>Does what a form asks for, once however often it is sent.</summary>
    /// <param name="next">Where to go on to when it is done.</param>
    /// <param name="act">The work.</param>
    protected async Task ActAsync(string next, Func<Caller, CancellationToken, Task> act)
    {
        var caller = HttpContext.Caller() with { OperationId = Operation };
        try
        {
            await act(caller, HttpContext.RequestAborted);
        }
        catch (RefusalException refusal) when (refusal.Code == RefusalCodes.AlreadyDone)
        {
            // Sent twice: the second leads where the first did.
        }
        catch (RefusalException refusal)
        {
            Refused = refusal;
            await LoadAsync(caller, HttpContext.RequestAborted);
            return;
        }

        // Not read anew: whoever acts on their own account may no longer look at the page.
        Navigation.NavigateTo(next);
    }

    /// <summary>Does what makes a one-time password; <paramref name="page"/> shows it, so that reloading makes no other.</summary>
    protected Task IssueAsync(string page, Func<Caller, CancellationToken, Task<ShownSecret>> act) => ActAsync(
        $"{page}?issued={Operation}",
        (caller, cancellationToken) => secrets.MakeOnceAsync(caller, () => act(caller, cancellationToken)));
}
