namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>One field of a form that somebody else has changed meanwhile.</summary>
/// <param name="Label">Chinese.</param>
/// <param name="Mine">What was sent.</param>
/// <param name="Theirs">What stands there.</param>
public sealed record ConflictRow(string Label, string? Mine, string? Theirs);
