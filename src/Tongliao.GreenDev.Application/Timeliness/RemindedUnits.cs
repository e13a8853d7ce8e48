namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Who was reminded.</summary>
/// <param name="Units">Short names of the units.</param>
/// <param name="People">How many people were told.</param>
/// <param name="Unreached">Short names of units that have nobody who could be told.</param>
public sealed record RemindedUnits(IReadOnlyList<string> Units, int People, IReadOnlyList<string> Unreached);
