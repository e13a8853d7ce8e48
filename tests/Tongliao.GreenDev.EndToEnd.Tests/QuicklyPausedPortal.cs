namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>Takes the circuit of a tab that nobody looks at back within a second.</summary>
public sealed class QuicklyPausedPortal : DemoPortal
{
    public QuicklyPausedPortal(DemoData data)
        : base(data) => Process.Settings["Circuits__PauseHiddenSeconds"] = "1";
}
