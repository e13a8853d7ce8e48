using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>What a reviewer of the city has before them (市级审核): the progress of one quarter as far as they look at it.</summary>
/// <param name="Reader">The reviewer.</param>
/// <param name="Facts">The plan and periods it was read with.</param>
/// <param name="Lead">Only the indicators this department leads (牵头部门); null for all the reader may act on.</param>
/// <param name="Progress">By unit.</param>
/// <param name="Before">The same of the quarter before; null where it was never open.</param>
public sealed record ReviewOverview(Actor Reader, PlanFacts Facts, Department? Lead, PeriodProgress Progress, PeriodProgress? Before);
