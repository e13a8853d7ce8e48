using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.TaskProgress;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>All that a ledger (监测台账) says.</summary>
/// <param name="Head">Of when, and on which basis.</param>
/// <param name="Ratings">All quarters up to that.</param>
/// <param name="Corrections">更正 that the reader may see.</param>
/// <param name="Tasks">How the tasks went in the last quarter.</param>
/// <param name="Clock">By which moments are told.</param>
internal sealed record LedgerReport(
    ExportHead Head, RatingLedger Ratings, IReadOnlyList<CorrectionLine> Corrections, TaskProgressOverview Tasks, OfficeClock Clock);
