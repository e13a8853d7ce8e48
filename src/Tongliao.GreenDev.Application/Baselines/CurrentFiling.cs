using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>The last filing of a unit and indicator as it stands by now.</summary>
public sealed record CurrentFiling(int Version, ReportedInputs Inputs, string? Ground) : CurrentState(Version);
