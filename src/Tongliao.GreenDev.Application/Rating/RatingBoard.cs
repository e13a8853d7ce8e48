using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>The dashboard with what came before.</summary>
/// <param name="Matrix">The quarter.</param>
/// <param name="Lights">The city's lights over up to eight quarters.</param>
/// <param name="Before">How far the quarter before has come for the units shown; null when it was never opened.</param>
public sealed record RatingBoard(RatingMatrix Matrix, LightTrend Lights, PeriodProgress? Before);
