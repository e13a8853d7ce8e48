using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>One that failed.</summary>
internal sealed record AuditedFailure([property: DisplayName("结果")] SignInFailure Outcome) : AuditPayload;
