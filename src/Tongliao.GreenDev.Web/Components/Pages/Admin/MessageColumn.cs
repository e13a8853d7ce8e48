namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What the log of messages can be sorted by.</summary>
public enum MessageColumn
{
    Time,
}
