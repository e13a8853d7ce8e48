using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Makes the clock by which answers are due (答复期限), of the working days and the settings as they are now.</summary>
public sealed class ReactionClocks(OfficeClock clock, IOptions<ReactionsOptions> options)
{
    public ReactionClock Of(PlanFacts facts) => new(facts.Calendar, options.Value.WorkingDays, clock.Today, instant => clock.Local(instant).DateTime);
}
