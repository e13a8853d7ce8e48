using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>The plan as data.</summary>
internal static class PlanEndpoints
{
    public static void MapPlan(this RouteGroupBuilder api) => api
        .MapGet("/plan", static async (ApiCaller caller, PlanCatalogue catalogue, CancellationToken cancellationToken) =>
            PlanAnswer.Of(await catalogue.FactsAsync(caller, cancellationToken)))
        .Says("读取方案：章节、任务及责任部门、指标及年度目标、部门、填报单位");
}
