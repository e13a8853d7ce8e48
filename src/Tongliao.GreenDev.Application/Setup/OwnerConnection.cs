namespace Tongliao.GreenDev.Application.Setup;

/// <summary>How to connect as the role that owns the tables; null where the portal serves as that role, or is migrated from elsewhere.</summary>
public sealed record OwnerConnection(string? ConnectionString);
