using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;

namespace Tongliao.GreenDev.Web.Components.Pages;

/// <summary>
/// One-time passwords and tokens on their way from the post that makes them to the page that shows them once: in the memory
/// of this process alone, for two minutes, and for the person who made them. No address, cookie, log or table holds one.
/// </summary>
public sealed class SecretsShownOnce(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private readonly Dictionary<(Guid Person, Guid Operation), Entry> entries = [];

    /// <summary>Keeps what the caller's act makes until it is shown. Sent again, the act makes no other: the first is shown once more.</summary>
    public async Task MakeOnceAsync(Caller caller, Func<Task<ShownSecret>> make)
    {
        try
        {
            Keep(caller, await make());
        }
        catch (RefusalException refusal) when (refusal.Code == RefusalCodes.AlreadyDone)
        {
            // The answer to the first sending may never have reached the screen.
            ShowAgain(caller);
        }
    }

    /// <summary>What an act of the caller made; null when it was shown already or too much time has passed.</summary>
    public ShownSecret? Redeem(Caller caller, Guid operationId)
    {
        lock (gate)
        {
            Sweep();
            if (!entries.TryGetValue((caller.UserId, operationId), out var entry) || entry.WasShown)
            {
                return null;
            }

            entry.WasShown = true;
            return entry.Secret;
        }
    }

    private void Keep(Caller caller, ShownSecret secret)
    {
        lock (gate)
        {
            Sweep();
            entries[KeyOf(caller)] = new Entry(secret, time.GetUtcNow() + Kept);
        }
    }

    private void ShowAgain(Caller caller)
    {
        lock (gate)
        {
            if (entries.TryGetValue(KeyOf(caller), out var entry))
            {
                entry.WasShown = false;
            }
        }
    }

    private static (Guid Person, Guid Operation) KeyOf(Caller caller) =>
        (caller.UserId, caller.OperationId ?? throw new InvalidOperationException("Only an act with an id can be found again."));

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (key, entry) in entries)
        {
            if (entry.Until <= now)
            {
                entries.Remove(key);
            }
        }
    }

    private sealed class Entry(ShownSecret secret, DateTimeOffset until)
    {
        public ShownSecret Secret { get; } = secret;

        public DateTimeOffset Until { get; } = until;

        public bool WasShown { get; set; }
    }
}
