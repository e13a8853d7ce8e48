namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>Whether and of what a person is told by mail (通知方式). Without one: in the portal alone.</summary>
public sealed class MailChoice
{
    /// <summary>How often a code may be typed wrong.</summary>
    public const int MostWrongCodes = 5;

    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(15);

    public required Guid UserId { get; init; }

    /// <summary>Where mail goes; null for nowhere. Whoever typed it has read there.</summary>
    public string? Address { get; private set; }

    /// <summary>Not to be mailed, at first what asks nothing; what is told for the first time in a later version is.</summary>
    public List<NoticeKind> Declined { get; private set; } = [NoticeKind.Approved];

    /// <summary>An address to which a code was sent that nobody has typed yet.</summary>
    public string? AskedAddress { get; private set; }

    /// <summary>Six digits; they prove a mailbox and open nothing.</summary>
    public string? Code { get; private set; }

    public DateTimeOffset? CodeUntil { get; private set; }

    public int WrongCodes { get; private set; }

    public bool Wants(NoticeKind kind) => Address is not null && !Declined.Contains(kind);

    /// <summary>Whether a code can still be typed.</summary>
    public bool AwaitsCode(DateTimeOffset now) => Code is not null && now < CodeUntil && WrongCodes < MostWrongCodes;

    /// <summary>A code goes to an address; until it is typed the former one stays.</summary>
    public void Ask(string address, string code, DateTimeOffset now)
    {
        (AskedAddress, Code, CodeUntil, WrongCodes) = (address, code, now + CodeLasts, 0);
    }

    /// <summary>The right code makes the address the one that mail goes to.</summary>
    /// <returns>False for a wrong code, which counts.</returns>
    public bool Confirm(string code, DateTimeOffset now)
    {
        if (!AwaitsCode(now))
        {
            return false;
        }

        if (Code != code)
        {
            WrongCodes++;
            return false;
        }

        Address = AskedAddress;
        Forget();
        return true;
    }

    public void Decline(IEnumerable<NoticeKind> kinds) => Declined = [.. kinds.Distinct().Order()];

    /// <summary>No mail any more; what was chosen stays, should there be an address again.</summary>
    public void Withdraw()
    {
        Address = null;
        Forget();
    }

    private void Forget() => (AskedAddress, Code, CodeUntil, WrongCodes) = (null, null, null, 0);
}
