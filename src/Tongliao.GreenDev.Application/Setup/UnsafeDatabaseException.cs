namespace Tongliao.GreenDev.Application.Setup;

/// <summary>A database server that the portal does not entrust reports to.</summary>
public sealed class UnsafeDatabaseException(string message) : Exception(message);
