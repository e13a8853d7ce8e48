using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Bulletins;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>The last 文稿 as it stands by now; without content when there is none.</summary>
public sealed record CurrentBulletin(int Version, BulletinContent? Content) : CurrentState(Version);
