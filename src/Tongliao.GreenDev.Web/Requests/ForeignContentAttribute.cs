namespace Tongliao.GreenDev.Web.Requests;

/// <summary>
/// What is answered was made by somebody else: it runs in a sandbox of its own with nothing of the portal's, and only the reader's browser
/// keeps it, which asks each time whether it still may.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForeignContentAttribute : Attribute;
