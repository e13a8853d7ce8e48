using Tongliao.GreenDev.Application.Access;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>The bulletins of a plan.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Quarters">Those that were ever opened, the latest first; of who does not write those with something issued.</param>
public sealed record BulletinList(Actor Reader, IReadOnlyList<BulletinQuarter> Quarters);
