using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>What the database has of one row, as far as the screen knows; with the save that is on its way there, and what somebody else stored meanwhile.</summary>
/// <param name="entry">As it was read.</param>
public sealed class LineRecord(ReportEntry entry)
{
    private readonly Statement? returned = entry.Trail.Returned?.Statement;
    private SaveValue? sent;

    public Statement Statement { get; private set; } = entry.Statement;

    public int Version { get; private set; } = entry.Version;

    public ValueStatus Status { get; private set; } = entry.Status;

    public DateTimeOffset? ChangedAt { get; private set; } = entry.ChangedAt;

    public string? ReturnReason { get; } = entry.ReturnReason;

    /// <summary>Who returned, submitted or opened it.</summary>
    public ValueTrail Trail { get; } = entry.Trail;

    /// <summary>What somebody else stored meanwhile; the clerk chooses.</summary>
    public CurrentValue? Conflict { get; private set; }

    /// <summary>Chinese: what the conflict is; stays while the clerk types on.</summary>
    public string? ConflictText { get; private set; }

    /// <summary>A save has not been answered yet.</summary>
    public bool IsSent => sent is not null;

    /// <summary>The last save was refused for something else than what was typed, such as a quarter that is closed: it may be opened again.</summary>
    public bool IsRefusedForNow { get; private set; }

    /// <summary>It may be withdrawn (撤回): submitted, and opened by no reviewer when it was read.</summary>
    public bool MayWithdraw => Status is ValueStatus.CountyReview or ValueStatus.CityReview && Trail.IsUnopened;

    /// <summary>Says what was returned, so that an answer to the reason is asked for.</summary>
    public bool IsAsReturned(Statement content) => Status.IsWithClerk() && ReturnReason is not null && content == returned;

    /// <summary>The save to send next: one whose answer never came, by its own id, else what differs.</summary>
    /// <param name="key">Of the value.</param>
    /// <param name="content">What the row says; null while it is not fit to be stored.</param>
    public SaveValue? NextSave(ValueKey key, Statement? content)
    {
        if (sent is null && Conflict is null && Status.IsWithClerk() && content is not null && content != Statement)
        {
            sent = new SaveValue(key, content, Version, Guid.CreateVersion7());
        }

        return sent;
    }

    public void Stored(SaveValue save, SavedValue saved)
    {
        sent = null;
        Follow(save.Statement, saved.Version, saved.Status, saved.SavedAt);
    }

    /// <summary>The database put a shared number into this row too.</summary>
    public void Carried(CarriedValue carried) => Follow(carried.Statement, carried.Saved.Version, carried.Saved.Status, carried.Saved.SavedAt);

    /// <returns>Chinese: why it was not stored; null where somebody else was first.</returns>
    public string? Refused(RefusalException refusal)
    {
        sent = null;
        Conflict = refusal.Current as CurrentValue;
        if (Conflict is not null)
        {
            ConflictText = refusal.Message;
            return null;
        }

        IsRefusedForNow = refusal.Kind != RefusalKind.Invalid;
        return refusal.Message;
    }

    /// <summary>The row says something else by now, or is to be sent anew.</summary>
    public void Reconsider() => IsRefusedForNow = false;

    /// <summary>The clerk has seen what the other person stored.</summary>
    public void Resolve()
    {
        var theirs = Conflict ?? throw new InvalidOperationException("There is no conflict to resolve.");
        (Conflict, ConflictText) = (null, null);
        Follow(theirs.Statement, theirs.Version, theirs.Status, theirs.ChangedAt);
    }

    /// <summary>Whether it can go on from what somebody else stored: not when the value has gone through a step that the row would have to show as well.</summary>
    public bool MayFollow(ReportEntry fresh) => Status.IsWithClerk() && fresh.Status.IsWithClerk() && fresh.ReturnReason == ReturnReason;

    /// <summary>Goes on from what somebody else stored.</summary>
    public void Follow(ReportEntry fresh) => Follow(fresh.Statement, fresh.Version, fresh.Status, fresh.ChangedAt);

    private void Follow(Statement statement, int version, ValueStatus status, DateTimeOffset? at) =>
        (Statement, Version, Status, ChangedAt) = (statement, version, status, at);
}
