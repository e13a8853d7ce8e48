using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Whether 动态口令 is on.</summary>
internal sealed record AuditedSecondFactor([property: DisplayName("已启用")] bool Enabled) : AuditPayload;
