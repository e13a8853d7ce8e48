namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>How a command line call ended.</summary>
public enum ExitCode
{
    Done = 0,

    /// <summary>Refused, with a reason on standard error.</summary>
    Refused = 1,

    /// <summary>Wrong usage.</summary>
    Usage = 2,
}
