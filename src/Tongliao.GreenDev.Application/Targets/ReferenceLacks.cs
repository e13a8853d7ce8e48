using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>What a unit has not been given that its lights rest on.</summary>
internal static class ReferenceLacks
{
    /// <summary>No baseline was recorded, or it was taken back.</summary>
    public static bool Baseline(ReferenceData reference, ReportingUnit unit, Indicator indicator) =>
        reference.BaselineOf(unit.Id, indicator.Id)?.Inputs is null or { IsEmpty: true };

    /// <summary>No target of its own is in force on a day for a year.</summary>
    public static bool Target(ReferenceData reference, ReportingUnit unit, Indicator indicator, int year, DateOnly day) =>
        UnitTarget.InForce(reference.TargetsOf(unit.Id, indicator.Id), year, day) is null;
}
