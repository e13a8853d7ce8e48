namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>One line of an explanation.</summary>
public sealed record CellFact(string Label, string Text);
