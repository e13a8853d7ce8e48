using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Requests;

/// <summary>What a status code means to a reader, and the stable code for programs.</summary>
public static class StatusWords
{
    public static string Title(int status) => Of(status).Title;

    /// <summary>What to do next.</summary>
    public static string Advice(int status) => Of(status).Advice;

    public static string Code(int status) => Of(status).Code;

    private static (string Code, string Title, string Advice) Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("bad_request", "请求无法识别", "内容有误，或页面已过期。请返回上一页，刷新后重试。"),
        StatusCodes.Status401Unauthorized => ("unauthenticated", "尚未登录", "请先登录，或在请求中提供有效的令牌。"),
        StatusCodes.Status403Forbidden => (RefusalCodes.Forbidden, "没有权限", "您的角色不能使用这项功能。如需使用，请联系系统管理员。"),
        StatusCodes.Status404NotFound => (RefusalCodes.NotFound, "没有找到", "地址有误，或内容已不存在。请回到首页重新进入。"),
        StatusCodes.Status405MethodNotAllowed => ("method_not_allowed", "不支持这种请求方法", "请对照接口文档检查请求方法。"),
        StatusCodes.Status409Conflict => ("conflict", "内容已被他人更改", "请刷新后重试。"),
        StatusCodes.Status413PayloadTooLarge => ("too_large", "请求内容过大", "请减小提交的内容后重试。"),
        StatusCodes.Status415UnsupportedMediaType => ("unsupported_media_type", "不支持这种内容格式", "请对照接口文档检查内容类型。"),
        StatusCodes.Status422UnprocessableEntity => ("invalid", "内容有误", "请按提示更正后重试。"),
        StatusCodes.Status429TooManyRequests => ("rate_limited", "操作过于频繁", "请稍候再试。"),
        StatusCodes.Status503ServiceUnavailable => ("unavailable", "服务暂不可用", "系统暂时连不上数据库，或正在启动、停止。已保存的数据不受影响：请一分钟后重试，刚才提交的内容请核对后再提交；若一直如此，请联系系统管理员。"),
        >= 500 => ("internal_error", "系统出错", "错误已记录。请稍后重试；若仍出错，请把请求编号告知系统管理员。"),
        _ => ("failed", "请求未完成", "请返回上一页重试。"),
    };
}
