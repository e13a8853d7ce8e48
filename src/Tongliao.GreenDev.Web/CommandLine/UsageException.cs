namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>The call was not understood.</summary>
public sealed class UsageException(string message) : Exception(message);
