using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rectifications;

namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>An open rectification (整改事项), as far as a bulletin tells of it.</summary>
public sealed record BulletinRectification(ReportingUnit Unit, RectificationState State);
