using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>How many amendments and answers there are by now.</summary>
public sealed record CurrentRules(int Version) : CurrentState(Version);
