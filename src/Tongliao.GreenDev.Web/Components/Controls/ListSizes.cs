namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>How many rows a page of a list may have.</summary>
public static class ListSizes
{
    public const int Usual = 20;

    public static IReadOnlyList<int> All { get; } = [10, Usual, 50, 100];
}
