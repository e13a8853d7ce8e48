namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>Does what was asked for; results go to standard output, a password or token alone on the last line.</summary>
public delegate Task VerbWork(IServiceProvider services);
