using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>A change of a value, as far as reaction times look at it.</summary>
public sealed record ReactionEntry(DateTimeOffset At, RevisionKind Kind, ValueStatus Status);
