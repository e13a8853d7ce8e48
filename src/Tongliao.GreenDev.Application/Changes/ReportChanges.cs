using Microsoft.Extensions.Logging;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>Where what runs in this process hears of changes, whichever node made them. Each listener is told whatever another one does.</summary>
public sealed class ReportChanges(ILogger<ReportChanges> log)
{
    public event Action<ReportChange>? Changed;

    internal void Raise(ReportChange change)
    {
        foreach (var listener in Changed?.GetInvocationList() ?? [])
        {
            try
            {
                ((Action<ReportChange>)listener)(change);
            }
            catch (ObjectDisposedException)
            {
                // The screen was closed while it was being told.
            }
            catch (Exception fault)
            {
                log.LogError(fault, "A listener failed at {Change}.", change);
            }
        }
    }
}
