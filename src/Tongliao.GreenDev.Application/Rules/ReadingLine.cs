using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>A reading beside the one that holds.</summary>
/// <param name="Reading">Which.</param>
/// <param name="Holds">Whether it is the one that holds today.</param>
/// <param name="Changes">Every rating that would become another one.</param>
public sealed record ReadingLine(QuestionReading Reading, bool Holds, IReadOnlyList<ChangedLight> Changes);
