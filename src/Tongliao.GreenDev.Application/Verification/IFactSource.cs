namespace Tongliao.GreenDev.Application.Verification;

/// <summary>Says one kind of facts anew: what a file said of them once can be told from what holds now. A new kind of file is one more of these.</summary>
public interface IFactSource
{
    /// <summary>Whether a key is of its kind.</summary>
    bool Knows(string key);

    /// <summary>What the portal says now, as far as the reader may know it.</summary>
    /// <exception cref="RefusalException">The reader may not read this at all, or the plan is not theirs.</exception>
    Task<PresentFacts> PresentAsync(FactQuestion question, CancellationToken cancellationToken);
}
