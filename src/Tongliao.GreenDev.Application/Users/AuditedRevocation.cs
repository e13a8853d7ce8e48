using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>The tokens that ended with a password.</summary>
internal sealed record AuditedRevocation([property: DisplayName("撤销的令牌数")] int RevokedTokens) : AuditPayload;
