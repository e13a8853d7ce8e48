using Tongliao.GreenDev.Domain.Calendar;

namespace Tongliao.GreenDev.Application.Calendar;

/// <summary>What a notice arranges for days that follow each other.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last; null for the first alone.</param>
/// <param name="Kind">放假, 上班, or 按星期 again.</param>
/// <param name="Name">For what; not needed for 按星期.</param>
/// <param name="Document">Which notice says so.</param>
/// <param name="Version">That of the calendar that was read.</param>
public sealed record ArrangeDays(DateOnly? From, DateOnly? To, DayKind? Kind, string? Name, string? Document, int? Version);
