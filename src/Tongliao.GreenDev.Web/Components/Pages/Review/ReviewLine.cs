using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>One waiting value on a reviewer's screen. What it shows changes only when the reviewer asks for it or was refused.</summary>
public sealed class ReviewLine(ReportEntry entry)
{
    public int Number => Entry.Indicator.Number;

    /// <summary>What the reviewer sees, and decides on.</summary>
    public ReportEntry Entry { get; private set; } = entry;

    /// <summary>What stands there by now, where that is something else.</summary>
    public ReportEntry? Newer { get; private set; }

    /// <summary>In words what was shown anew, until it is decided on.</summary>
    public IReadOnlyList<string> Changes { get; private set; } = [];

    /// <summary>牵头部门.</summary>
    public required Department Lead { get; init; }

    /// <summary>代审: another department leads it, and the bureau looks at it.</summary>
    public required bool IsActedFor { get; init; }

    /// <summary>That the unit weighs unusually much in the city's figure; null when it does not.</summary>
    public string? Weight { get; init; }

    /// <summary>The light of the quarter before; null where there was none to be had.</summary>
    public RagStatus? StateBefore { get; init; }

    public IReadOnlyList<ReviewMark> Marks { get; set; } = [];

    /// <summary>退回原因 as it is typed, kept whatever becomes of the row.</summary>
    public string Reason { get; set; } = "";

    /// <summary>退回原因 is longer than it may be: only the browser has it.</summary>
    public bool IsTooLong { get; set; }

    /// <summary>Chinese: what is wrong with the text.</summary>
    public string? Fault { get; set; }

    /// <summary>Chinese: why the last decision was not taken.</summary>
    public string? Failure { get; set; }

    /// <summary>A decision is under way.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Shown anew, and not yet on the reviewer's screen: a click that comes now was meant for what stood there before.</summary>
    public bool IsUnseen { get; private set; }

    /// <summary>Only what is due or what it is measured by has changed: the same version, with another light.</summary>
    public bool IsJudgedAnew => Newer?.Version == Entry.Version;

    /// <summary>Of the decision that is made next: sent again without having been answered, it is the same one.</summary>
    public Guid Operation { get; private set; } = Guid.CreateVersion7();

    /// <summary>Nothing was done under the last id: what comes next is another act.</summary>
    public void BeginAnew() => Operation = Guid.CreateVersion7();

    /// <summary>Takes note of what stands there by now, and shows it not yet.</summary>
    public void Hear(ReportEntry latest) =>
        Newer = latest.Version == Entry.Version && latest.Rating.State == Entry.Rating.State ? null : latest;

    /// <summary>It is on the screen.</summary>
    public void HasBeenSeen() => IsUnseen = false;

    /// <summary>Shows what stands there by now, and says what that changed.</summary>
    public void Renew()
    {
        if (Newer is { } newer)
        {
            List<string> changes = [.. StatementChanges.Of(Entry.Indicator, Entry.Statement, newer.Statement)];
            Changes = changes.Count > 0 ? changes
                : newer.Version == Entry.Version ? ["数据没有改动；目标、基数有调整，判定随之改变"]
                : ["数据没有改动，只是重新办理过"];
            (Entry, Newer, IsUnseen) = (newer, null, true);
            BeginAnew();
        }
    }
}
