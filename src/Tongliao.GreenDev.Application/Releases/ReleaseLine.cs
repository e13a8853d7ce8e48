using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Releases;

/// <summary>A release with what it changed.</summary>
/// <param name="Release">Which.</param>
/// <param name="Changes">The cells that are otherwise than in the one before, as far as the reader may see them; of the first none.</param>
/// <param name="Last">The one that holds now.</param>
public sealed record ReleaseLine(Release Release, IReadOnlyList<ChangedCell> Changes, Release Last)
{
    /// <summary>已有更正: a later one has taken its place.</summary>
    public bool IsSuperseded => Release.Number < Last.Number;
}
