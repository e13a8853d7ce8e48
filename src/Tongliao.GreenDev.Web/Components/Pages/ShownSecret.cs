namespace Tongliao.GreenDev.Web.Components.Pages;

/// <summary>A secret and what it belongs to.</summary>
public sealed record ShownSecret(string Owner, string Text);
