using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Releases;

/// <summary>A release as it was issued.</summary>
/// <param name="Line">Which, and what it changed.</param>
/// <param name="All">All of the quarter, ascending.</param>
/// <param name="Matrix">Its ratings as they were.</param>
/// <param name="Correction">What it was made for; null for the first, and where the reader may not see it.</param>
public sealed record ReleaseCase(ReleaseLine Line, IReadOnlyList<Release> All, RatingMatrix Matrix, CorrectionLine? Correction);
