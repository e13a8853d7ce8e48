using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>Limits of interactive connections; section <c>Circuits</c>.</summary>
public sealed class CircuitsOptions : IPortalOptions
{
    public static string Section => "Circuits";

    /// <summary>Connected circuits (tabs with an interactive part) of one person, 1–10,000. Default 8.</summary>
    [Range(1, 10_000, ErrorMessage = "应在 1 到 10000 之间（个）")]
    public int MaxPerUser { get; init; } = 8;

    /// <summary>Circuits kept for the whole portal after their line dropped, 0–10,000. Default 100.</summary>
    [Range(0, 10_000, ErrorMessage = "应在 0 到 10000 之间（个）")]
    public int MaxDisconnected { get; init; } = 100;

    /// <summary>Seconds a circuit is kept after its line dropped, 1–3,600. Default 180.</summary>
    [Range(1, 3600, ErrorMessage = "应在 1 到 3600 之间（秒）")]
    public int DisconnectedSeconds { get; init; } = 180;

    /// <summary>Seconds after which a tab that nobody looks at gives its circuit back until it is looked at again, 1–86,400. Default 600.</summary>
    [Range(1, 86_400, ErrorMessage = "应在 1 到 86400 之间（秒）")]
    public int PauseHiddenSeconds { get; init; } = 600;
}
