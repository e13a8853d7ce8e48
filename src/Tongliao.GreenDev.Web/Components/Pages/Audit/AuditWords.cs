using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Audit;

/// <summary>Says in Chinese what an audit entry is about; what it does not know it shows as it is stored.</summary>
public static class AuditWords
{
    /// <summary>For example 奈曼旗 2025年三季度 第2项 for <c>value 150525/2025Q3/2</c>.</summary>
    public static string Subject(ReferenceData reference, string subject)
    {
        var space = subject.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            return subject == "demo" ? "演示数据" : subject;
        }

        var parts = subject[(space + 1)..].Split('/');
        return (subject[..space], parts) switch
        {
            ("value", [var unit, var quarter, var number]) => $"{Unit(reference, unit)} {Period(quarter)} 第{number}项",
            ("period", [var quarter]) => Period(quarter),
            ("annex", [var quarter]) => $"附件表 {Period(quarter)}",
            ("baseline", [var unit, var number]) => $"{Unit(reference, unit)} 第{number}项基数",
            ("target", [var unit, var number, var year]) => $"{Unit(reference, unit)} 第{number}项 {year}年分解指标",
            ("user", [var name]) => $"账号 {name}",
            ("plan", [var key]) => $"方案 {key}",
            ("token", _) => $"令牌 {subject[(space + 1)..]}",
            ("address", _) => $"网址 {subject[(space + 1)..]}",
            ("unknown-name", [var fingerprint]) => $"未知登录名（摘要 {fingerprint}）",
            _ => subject,
        };
    }

    private static string Unit(ReferenceData reference, string code) =>
        reference.Plan.Units.FirstOrDefault(unit => unit.Code == code)?.ShortName ?? code;

    private static string Period(string quarter) => Quarter.TryParse(quarter, out var known) ? known.ChineseName : quarter;
}
