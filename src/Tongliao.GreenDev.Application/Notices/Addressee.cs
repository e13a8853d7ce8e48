namespace Tongliao.GreenDev.Application.Notices;

/// <summary>One of those who are told.</summary>
/// <param name="UserId">Whom.</param>
/// <param name="Address">Their page where something is to be done, from the root.</param>
internal sealed record Addressee(Guid UserId, string Address);
