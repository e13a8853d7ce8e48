using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Audit;

/// <summary>Says in Chinese what an audit entry is about; what it does not know it shows as it is stored.</summary>
public static class AuditWords
{
    /// <summary>For example 奈曼旗 2025年三季度 第2项; what a refused request asked for stands before its address.</summary>
    public static string Subject(Plan plan, AuditEvent entry) => (entry.Kind, AuditSubject.Parse(entry.Subject)) switch
    {
        (AuditKinds.AccessRefused, AuditSubject.Address address) when entry.After is { } asked && AuditJson.Read<AuditedRefusal>(asked).Feature is { } feature =>
            $"{feature}（{address.Path}）",
        (_, { } subject) => subject.Word(plan),
        _ => entry.Subject,
    };
}
