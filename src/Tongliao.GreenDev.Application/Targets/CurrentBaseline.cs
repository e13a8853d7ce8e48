using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>A baseline as it stands by now.</summary>
public sealed record CurrentBaseline(int Version, ReportedInputs Inputs) : CurrentState(Version);
