using System.Globalization;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>What became of edits under kills.</summary>
/// <param name="Acknowledged">Edits that were told they are stored.</param>
/// <param name="SentAgain">How often one was sent again because no answer came.</param>
/// <param name="PortalKills">SIGKILL for the portal alone.</param>
/// <param name="ServerKills">SIGKILL for PostgreSQL as a whole, and for the portal.</param>
/// <param name="ProcessKills">SIGKILL for one process of PostgreSQL; the portal goes on.</param>
/// <param name="Lost">Acknowledged, and not in the history as acknowledged.</param>
/// <param name="Doubled">In the history more than once, or though nobody typed it.</param>
/// <param name="Duration">From the first edit to the last acknowledgement.</param>
public sealed record KilledEditsResult(
    int Acknowledged, int SentAgain, int PortalKills, int ServerKills, int ProcessKills, int Lost, int Doubled, TimeSpan Duration)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Acknowledged:N0} | {PortalKills + ServerKills + ProcessKills} ({PortalKills}, {ServerKills}, {ProcessKills}) | {SentAgain} | {Lost} | {Doubled} | {Duration.TotalSeconds:0} |");
}
