using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>Values of one quarter that wait for the reader (待我办理).</summary>
/// <param name="Quarter">Whose values.</param>
/// <param name="Values">How many.</param>
/// <param name="Units">From how many units.</param>
/// <param name="Since">When the oldest of them came.</param>
public sealed record WaitingQuarter(Quarter Quarter, int Values, int Units, DateTimeOffset Since)
{
    /// <summary>The working day by which the oldest is to be decided; null where nobody asked.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>How many should have been decided by now.</summary>
    public int Overdue { get; init; }
}
