namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>One of the places that 管理 leads to, with how far it is set up.</summary>
/// <param name="Icon">One of MudBlazor's.</param>
/// <param name="Title">What is managed there.</param>
/// <param name="Address">Where.</param>
/// <param name="Words">How it stands, or what it is for.</param>
public sealed record AdminArea(string Icon, string Title, string Address, string Words)
{
    /// <summary>Of how many; 0 where nothing is counted.</summary>
    public int Due { get; init; }

    public int Done { get; init; }

    /// <summary>What is counted.</summary>
    public string Unit { get; init; } = "";
}
