using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Access;

/// <summary>What a reading starts from: who reads, and the plan and periods as they are now.</summary>
public sealed record ReadScope(Actor Actor, PlanFacts Facts);
