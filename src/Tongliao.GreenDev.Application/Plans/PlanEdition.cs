using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>A plan as a file has it, in which no fault was found.</summary>
public sealed class PlanEdition
{
    private readonly PlanFilePlaces places;

    internal PlanEdition(Plan plan, PlanFilePlaces places)
    {
        this.places = places;
        Plan = plan;
    }

    public Plan Plan { get; }

    /// <summary>Collects what is wrong with it beside what is stored, each with its place.</summary>
    internal PlanFaults Faults() => new(places);
}
