using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Who calls with a token.</summary>
public sealed record LiveToken(Guid TokenId, Guid UserId, string DisplayName, UserRole Role);
