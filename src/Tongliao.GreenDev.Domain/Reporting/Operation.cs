namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>One request of a client: the same id with the same content is the same request.</summary>
/// <param name="Id">Made by the client.</param>
/// <param name="Content">Fingerprint of all that is asked for; null where nothing can be sent twice.</param>
public sealed record Operation(Guid Id, byte[]? Content = null);
