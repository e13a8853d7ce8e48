namespace Tongliao.GreenDev.Application.Changes;

/// <summary>What a change is asked for, with the version at which it was seen.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Version">The version that was read; null to change it whatever stands there by now.</param>
public readonly record struct Seen<T>(T Subject, int? Version)
{
    /// <summary>Something that is changed whatever stands there.</summary>
    public static implicit operator Seen<T>(T subject) => new(subject, Version: null);
}
