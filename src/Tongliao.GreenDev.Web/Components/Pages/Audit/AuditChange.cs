using System.Globalization;
using System.Text.Json;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Audit;

/// <summary>One field of an audit entry, before and after.</summary>
/// <param name="Label">Chinese, or the stored name of a field that has no word.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing any more.</param>
public sealed record AuditChange(string Label, string? Before, string? After)
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["status"] = "状态", ["version"] = "版本", ["action"] = "操作", ["reason"] = "原因", ["note"] = "备注", ["explanations"] = "说明",
        ["notApplicableReason"] = "不适用原因", ["numerator"] = "分子", ["denominator"] = "分母", ["amount"] = "完成量",
        ["supplied"] = "供水总量", ["billed"] = "注册用户用水量", ["correction"] = "总修正值",
        ["state"] = "填报期状态", ["dueOn"] = "截止日期", ["value"] = "目标值", ["document"] = "依据文件", ["effectiveFrom"] = "生效日期",
        ["displayName"] = "姓名", ["role"] = "角色", ["region"] = "单位代码", ["department"] = "部门代码", ["isDisabled"] = "已停用",
        ["mustChangePassword"] = "须修改密码", ["enabled"] = "已启用", ["name"] = "名称", ["expiresAt"] = "有效期至", ["madeWithId"] = "用此令牌新建", ["revokedTokens"] = "撤销的令牌数", ["outcome"] = "结果", ["method"] = "方式",
        ["title"] = "标题", ["documentNumber"] = "文号", ["fileName"] = "文件", ["basis"] = "口径", ["label"] = "标记", ["accounts"] = "账号数",
    };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["locked"] = "账号被锁定", ["unknown"] = "登录名不存在", ["disabled"] = "账号已停用", ["wrong-password"] = "密码错误",
        ["wrong-password, locked now"] = "密码错误，账号因此锁定", ["wrong-code"] = "动态口令错误",
        ["wrong-code, locked now"] = "动态口令错误，账号因此锁定", ["Submitted"] = "按上报数", ["Approved"] = "按审核通过数",
    };

    /// <summary>Every field that either side names, in the order in which they are stored.</summary>
    public static IReadOnlyList<AuditChange> Of(AuditEvent entry)
    {
        var (before, after) = (Read(entry.Before), Read(entry.After));
        return
        [
            .. before.Keys.Union(after.Keys)
                .Select(key => new AuditChange(Labels.GetValueOrDefault(key, key), before.GetValueOrDefault(key), after.GetValueOrDefault(key))),
        ];
    }

    /// <summary>For the closed line, for example 2 处变更.</summary>
    public static string Summary(AuditEvent entry)
    {
        // A new password changes nothing that the audit may show.
        var count = entry.Before is null ? 0 : Of(entry).Count(change => change.Before != change.After);
        return count == 0 ? "内容" : string.Create(CultureInfo.InvariantCulture, $"{count} 处变更");
    }

    private static Dictionary<string, string> Read(string? json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            Add(fields, "", document.RootElement);
        }

        return fields;
    }

    private static void Add(Dictionary<string, string> fields, string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Add(fields, property.Name, property.Value);
            }
        }
        else
        {
            fields[name] = Text(name, element);
        }
    }

    private static string Text(string name, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.String => Word(name, element.GetString()!),
        JsonValueKind.Array when name == "explanations" => string.Join('；', element.EnumerateArray().Select(given => given.GetProperty("text").GetString())),
        _ => element.GetRawText(),
    };

    private static string Word(string name, string text) => name switch
    {
        "status" when Enum.TryParse<SubmissionStatus>(text, out var status) => status.Word(),
        "state" when Enum.TryParse<PeriodState>(text, out var state) => state.Word(),
        "action" when Enum.TryParse<ReportAction>(text, out var action) => action.Word(),
        "role" when Enum.TryParse<UserRole>(text, out var role) => role.Word(),
        "outcome" or "basis" => Words.GetValueOrDefault(text, text),
        _ => text,
    };
}
