namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>What a page said of something at a moment, and what it says now.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Before">Then.</param>
/// <param name="After">Now.</param>
public sealed record AsOfChange(string Name, string Before, string After)
{
    /// <summary>Of a light its colour then.</summary>
    public string? BeforeClass { get; init; }

    /// <summary>Now.</summary>
    public string? AfterClass { get; init; }
}
