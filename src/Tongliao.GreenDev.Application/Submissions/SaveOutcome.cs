namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>What became of one of several saves: it was stored, or refused.</summary>
public sealed class SaveOutcome
{
    private SaveOutcome(SavedValue? saved, RefusalException? refusal)
    {
        Saved = saved;
        Refusal = refusal;
    }

    /// <summary>Other values that took over a number of this one; none where it was stored before.</summary>
    public IReadOnlyList<CarriedValue> Carried { get; private set; } = [];

    /// <summary>Null when it was refused.</summary>
    public SavedValue? Saved { get; }

    /// <summary>Null when it was stored.</summary>
    public RefusalException? Refusal { get; }

    /// <summary>Says besides what another value took over.</summary>
    public void Carry(CarriedValue other) => Carried = [.. Carried, other];

    public static SaveOutcome Of(SavedValue saved) => new(saved, refusal: null);

    public static SaveOutcome Of(RefusalException refusal) => new(saved: null, refusal);

    /// <summary>What was stored.</summary>
    /// <exception cref="RefusalException">It was refused.</exception>
    public SavedValue Require() => Saved ?? throw Refusal!;
}
