
namespace Tongliao.GreenDev.Application.Changes;

/// <summary>Tells open screens of this process that something they show changed. A listener that throws never undoes what is committed.</summary>
public sealed class ReportChanges
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
        }
    }
}
