namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>How grave an issue is.</summary>
public enum IssueSeverity
{
    /// <summary>Refused: nothing is stored.</summary>
    Error,

    /// <summary>May be stored as a draft, but not submitted: something is still to be filled in.</summary>
    Missing,

    /// <summary>需核对: stored, and submitted only with its own 说明.</summary>
    Query,
}
