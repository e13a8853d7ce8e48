using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>A check rule as it stands by now.</summary>
public sealed record CurrentCheckRule(int Version, CheckRule Rule) : CurrentState(Version);
