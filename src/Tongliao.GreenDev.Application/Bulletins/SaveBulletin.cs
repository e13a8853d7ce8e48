using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>A 文稿 as it is typed.</summary>
/// <param name="Quarter">Of which quarter.</param>
/// <param name="Title">标题.</param>
/// <param name="Addressees">主送机关.</param>
/// <param name="Text">正文.</param>
/// <param name="Issuer">发文机关署名.</param>
/// <param name="Version">The number of the 文稿 that was gone on with, 0 for none.</param>
public sealed record SaveBulletin(Quarter Quarter, string? Title, string? Addressees, string? Text, string? Issuer, int Version);
