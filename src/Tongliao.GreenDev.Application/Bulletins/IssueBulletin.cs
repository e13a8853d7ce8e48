using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>印发 of a 文稿 with the numbers of now.</summary>
/// <param name="Quarter">Of which quarter.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="DatedOn">成文日期.</param>
/// <param name="Version">The number of the 文稿 that was read.</param>
public sealed record IssueBulletin(Quarter Quarter, string? DocumentNumber, DateOnly? DatedOn, int Version);
