using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>A rectification that people were told of.</summary>
internal sealed record AuditedOpening([property: DisplayName("灯色说明")] string Light, [property: DisplayName("通知人数")] int Recipients) : AuditPayload;
