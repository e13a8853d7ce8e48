namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>How loud something is said.</summary>
public enum Tone
{
    /// <summary>Late, or nothing goes on without it.</summary>
    Urgent,

    /// <summary>To be done.</summary>
    Due,

    /// <summary>Good to know.</summary>
    Quiet,

    /// <summary>All is well.</summary>
    Well,
}
