using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>接口令牌.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="ExpiresAt">Null where it is ended.</param>
/// <param name="MadeWithId">The token that made it; null for a person.</param>
internal sealed record AuditedToken(
    [property: DisplayName("名称")] string Name,
    [property: DisplayName("有效期至")] DateTimeOffset? ExpiresAt = null,
    [property: DisplayName("用此令牌新建")] Guid? MadeWithId = null) : AuditPayload;
