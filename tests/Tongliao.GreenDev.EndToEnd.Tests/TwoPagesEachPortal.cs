namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>Two interactive pages a person are enough for it.</summary>
public sealed class TwoPagesEachPortal : DemoPortal
{
    public TwoPagesEachPortal(DemoData data)
        : base(data) => Process.Settings["Circuits__MaxPerUser"] = "2";
}
