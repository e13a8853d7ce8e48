namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>One verb of the command line.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Usage">Its arguments, for the help text.</param>
/// <param name="Summary">Chinese: what it does.</param>
/// <param name="Read">Understands all its arguments before anything is opened.</param>
public sealed record PortalVerb(string Name, string Usage, string Summary, Func<VerbArguments, VerbWork> Read);
