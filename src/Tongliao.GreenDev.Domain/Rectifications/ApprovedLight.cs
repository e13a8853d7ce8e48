using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rectifications;

/// <summary>What the approved value of one unit and indicator came to in a quarter.</summary>
/// <param name="Quarter">When.</param>
/// <param name="State">By what is in force for the quarter.</param>
/// <param name="At">When the value was approved.</param>
public readonly record struct ApprovedLight(Quarter Quarter, RagStatus State, DateTimeOffset At)
{
    /// <summary>Whether nothing is left to be put right: 达标, 不适用, or accepted as it is (认可偏差).</summary>
    public bool Closes => State is RagStatus.Green or RagStatus.NotApplicable or RagStatus.Accepted;
}
