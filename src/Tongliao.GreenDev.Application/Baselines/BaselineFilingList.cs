using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>The baselines that units need, as far as the reader may see them.</summary>
/// <param name="Reader">Whoever reads.</param>
/// <param name="Facts">The plan they belong to.</param>
/// <param name="Lines">By unit and indicator.</param>
/// <param name="WhySettled">Chinese: why none can be set any more; null as long as one can.</param>
public sealed record BaselineFilingList(Actor Reader, PlanFacts Facts, IReadOnlyList<BaselineFilingLine> Lines, string? WhySettled)
{
    /// <summary>Whether the reader files for a unit of the list.</summary>
    public bool MayFile => WhySettled is null && Reader.May(Act.FileBaselines);

    /// <summary>Whether the reader may decide on what waits: the bureau, but not who filed it.</summary>
    public bool MayDecide(BaselineFilingLine line) => WhySettled is null && line.IsWaiting && Reader.May(Act.ManageBaselines) && line.Filing!.Recorded.ById != Reader.UserId;
}
