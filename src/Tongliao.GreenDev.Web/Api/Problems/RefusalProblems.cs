using Microsoft.AspNetCore.Mvc;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;

namespace Tongliao.GreenDev.Web.Api.Problems;

/// <summary>Tells a refusal as problem details (RFC 9457) with a stable code, the faults by field, and what stands there now.</summary>
internal static class RefusalProblems
{
    public static ProblemDetails Of(RefusalException refusal)
    {
        var problem = new ProblemDetails
        {
            Status = StatusOf(refusal.Kind),
            Title = TitleOf(refusal),
            Detail = refusal.Message,
            Extensions = { ["code"] = refusal.Code },
        };
        if (refusal.Errors.Count > 0)
        {
            problem.Extensions["errors"] = ByField(refusal.Errors);
        }

        if (refusal.Current is { } current)
        {
            problem.Extensions["current"] = current switch
            {
                CurrentValue value => CurrentValueAnswer.Of(value),
                CurrentBaseline baseline => CurrentBaselineAnswer.Of(baseline),
                _ => current,
            };
        }

        return problem;
    }

    public static Dictionary<string, string[]> ByField(IEnumerable<FieldFault> faults) =>
        faults.GroupBy(fault => fault.Field).ToDictionary(group => group.Key, group => group.Select(fault => fault.Message).Distinct().ToArray());

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
    };

    private static string TitleOf(RefusalException refusal) => refusal.Kind switch
    {
        RefusalKind.Forbidden => "没有权限",
        RefusalKind.NotFound => "没有找到",
        RefusalKind.Conflict => refusal.Code == RefusalCodes.StaleVersion ? "内容已被他人更改" : "当前状态不允许这样操作",
        RefusalKind.Invalid => "提交的内容有误",
    };
}
