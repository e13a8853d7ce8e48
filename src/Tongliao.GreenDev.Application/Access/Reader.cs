using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Access;

/// <summary>The person in front of a screen, and the plan and periods as they are now.</summary>
public sealed record Reader(Actor Actor, PlanFacts Facts);
