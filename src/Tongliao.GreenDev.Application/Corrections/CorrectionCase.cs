using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>A correction as it lies before whoever decides.</summary>
/// <param name="Reader">Whoever reads.</param>
/// <param name="Line">What is asked for.</param>
/// <param name="Changes">Every rating that becomes another one; of a decided one none.</param>
public sealed record CorrectionCase(Actor Reader, CorrectionLine Line, IReadOnlyList<ChangedLight> Changes)
{
    /// <summary>Whether the reader may decide: the bureau, but not who asked.</summary>
    public bool MayDecide => Line.Decision is null && Reader.May(Act.DecideCorrections) && Line.Correction.Recorded.ById != Reader.UserId;
}
