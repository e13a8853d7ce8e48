namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>A message that leaves the portal, from the moment it is to be sent to what became of it (发送记录).</summary>
public sealed class Message
{
    /// <summary>How often it is tried.</summary>
    public const int MostTries = 6;

    /// <summary>Who sends it has so long; then another may, for the first has died. More than any channel's patience.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>After that nobody is helped by it any more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>How long after each try in vain the next one comes.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required MessageChannel Channel { get; init; }

    public required MessagePurpose Purpose { get; init; }

    /// <summary>Whose mail it is; null for a group.</summary>
    public Guid? UserId { get; init; }

    /// <summary>To whom, in words: name with office, or the group.</summary>
    public required string Recipient { get; init; }

    /// <summary>Of a mail; empty for a group, whose address is a secret of the settings.</summary>
    public string Address { get; init; } = "";

    public required string Subject { get; init; }

    /// <summary>Of a code empty, once it has ended.</summary>
    public required string Text { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was to be sent the first time, or again by hand.</summary>
    public required DateTimeOffset QueuedAt { get; set; }

    public MessageState State { get; private set; }

    public int Tries { get; private set; }

    /// <summary>The last time.</summary>
    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>Not before; while it is being sent, when somebody else may take it up.</summary>
    public required DateTimeOffset NextTryAt { get; set; }

    /// <summary>When it was sent, refused or given up.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Chinese: why it was not sent; null while nothing went wrong.</summary>
    public string? Fault { get; private set; }

    /// <summary>A code is asked for anew instead, a test made anew.</summary>
    public bool MayBeSentAgain => Purpose == MessagePurpose.Notice && State is MessageState.Refused or MessageState.GivenUp;

    /// <summary>It is tried now; should whoever tries die, somebody else does later.</summary>
    public void Take(DateTimeOffset now)
    {
        (Tries, TriedAt, NextTryAt) = (Tries + 1, now, now + Lease);
    }

    public void Sent(DateTimeOffset now)
    {
        Fault = null;
        End(MessageState.Sent, now);
    }

    /// <summary>The try was in vain; the last one, and one after which none can help, is the end.</summary>
    /// <param name="fault">Chinese: why.</param>
    /// <param name="isForGood">Whether another try would end alike.</param>
    /// <param name="now">The time.</param>
    public void Failed(string fault, bool isForGood, DateTimeOffset now)
    {
        Fault = fault;
        if (isForGood)
        {
            End(MessageState.Refused, now);
        }
        else if (Tries >= MostTries)
        {
            End(MessageState.GivenUp, now);
        }
        else
        {
            NextTryAt = now + Pauses[Tries - 1];
        }
    }

    /// <summary>It is not tried any more.</summary>
    /// <param name="why">Chinese; what went wrong before counts more.</param>
    /// <param name="now">The time.</param>
    public void GiveUp(string why, DateTimeOffset now)
    {
        Fault ??= why;
        End(MessageState.GivenUp, now);
    }

    /// <summary>Tried again from the beginning.</summary>
    public void SendAgain(DateTimeOffset now)
    {
        (State, Tries, QueuedAt, NextTryAt, EndedAt) = (MessageState.Waiting, 0, now, now, null);
    }

    private void End(MessageState state, DateTimeOffset now)
    {
        (State, EndedAt) = (state, now);
        if (Purpose == MessagePurpose.Code)
        {
            Text = "";
        }
    }
}
