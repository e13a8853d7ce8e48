using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rectifications;

/// <summary>
/// 整改事项: an approved value came out red (滞后), and what is to be done about it stays open until a later quarter's approved value is
/// green (达标), is accepted as it is (认可偏差), or the indicator does not apply to the unit any more (不适用). It is told by the lights alone, so that nobody closes it by hand,
/// and a correction that turns the red value green takes it back.
/// </summary>
/// <param name="Opened">The red value that it began with.</param>
/// <param name="Latest">The last light since, the closing one included.</param>
/// <param name="Closed">The value that closed it (销号); null while it is open.</param>
public sealed record Rectification(ApprovedLight Opened, ApprovedLight Latest, ApprovedLight? Closed)
{
    public bool IsOpen => Closed is null;

    /// <summary>Whether a quarter lies between the opening and the closing, both included.</summary>
    public bool Spans(Quarter quarter) => Opened.Quarter <= quarter && (Closed is not { } closed || quarter <= closed.Quarter);

    /// <summary>All of one unit and indicator, in the order of their opening.</summary>
    /// <param name="lights">Approved, in the order of the quarters.</param>
    public static IEnumerable<Rectification> Of(IEnumerable<ApprovedLight> lights)
    {
        Rectification? open = null;
        foreach (var light in lights)
        {
            if (open is null)
            {
                open = light.State == RagStatus.Red ? new Rectification(light, light, Closed: null) : null;
            }
            else if (light.Closes)
            {
                yield return open with { Latest = light, Closed = light };
                open = null;
            }
            else if (light.State.IsLight())
            {
                open = open with { Latest = light };
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
