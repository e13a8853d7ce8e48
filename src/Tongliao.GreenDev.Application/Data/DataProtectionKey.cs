namespace Tongliao.GreenDev.Application.Data;

/// <summary>A key that protects cookies and forms; kept in the database so that every node and every start has the same.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; private init; }

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
