using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Api.Problems;

/// <summary>Tells in Chinese what the framework found wrong with a request before any endpoint saw it.</summary>
internal static class BadRequestProblems
{
    private const string Whole = "body";

    public static ProblemDetails Of(BadHttpRequestException bad) => (bad.StatusCode, bad.InnerException) switch
    {
        (StatusCodes.Status413PayloadTooLarge, _) => Problem(bad.StatusCode, "too_large", "请求内容过大", "请减小提交的内容后重试。"),
        (StatusCodes.Status415UnsupportedMediaType, _) =>
            Problem(bad.StatusCode, "unsupported_media_type", "不支持这种内容格式", "请提交UTF-8编码的JSON，并写明 Content-Type: application/json。"),
        (_, JsonException { InnerException: JsonException } malformed) => Malformed(malformed),
        (_, JsonException unfitting) => Unfitting(unfitting),
        _ => Problem(bad.StatusCode, "bad_request", "请求无法识别", "请求缺少必要内容或格式不对，请对照接口文档检查地址、参数和请求体。"),
    };

    /// <summary>No JSON at all.</summary>
    private static ProblemDetails Malformed(JsonException malformed) => Problem(
        StatusCodes.Status400BadRequest,
        "invalid_json",
        "请求体不是有效的JSON",
        $"请检查引号、逗号和括号（第{malformed.LineNumber.GetValueOrDefault() + 1}行，第{malformed.BytePositionInLine.GetValueOrDefault() + 1}个字节附近）。");

    /// <summary>JSON, but not of the form that the document of the API describes.</summary>
    private static ProblemDetails Unfitting(JsonException unfitting)
    {
        var field = FieldOf(unfitting.Path);
        var message = FieldHints.For(field);
        var problem = Problem(StatusCodes.Status422UnprocessableEntity, "invalid_field", "提交的内容有误", $"“{field}”：{message}");
        problem.Extensions["errors"] = RefusalProblems.ByField([new FieldFault(field, message)]);
        return problem;
    }

    /// <summary><c>$.inputs.numerator</c> is the field <c>inputs.numerator</c>.</summary>
    private static string FieldOf(string? path)
    {
        var field = path?.TrimStart('$').TrimStart('.') ?? "";
        return field.Length == 0 ? Whole : field;
    }

    private static ProblemDetails Problem(int status, string code, string title, string detail) =>
        new() { Status = status, Title = title, Detail = detail, Extensions = { ["code"] = code } };
}
