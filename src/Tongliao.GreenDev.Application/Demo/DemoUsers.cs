using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>The demo accounts and the password they share.</summary>
public static class DemoUsers
{
    /// <summary>Public on purpose: it opens invented data only.</summary>
    public const string Password = "Yanshi-Shuju-2025";

    private static readonly (string Code, string Name)[] Units =
    [
        ("150502", "keerqin"), ("150521", "zuozhong"), ("150522", "zuohou"), ("150523", "kailu"), ("150524", "kulun"),
        ("150525", "naiman"), ("150526", "zhalute"), ("150581", "huolin"), ("150571", "kaifaqu"),
    ];

    public static IReadOnlyList<DemoUser> All { get; } =
    [
        .. Units.SelectMany(unit => new[]
        {
            new DemoUser($"{unit.Name}-tb", "演示填报员", UserRole.Clerk, unit.Code, null, unit.Name == "naiman"),
            new DemoUser($"{unit.Name}-sh", "演示审核员", UserRole.CountyReviewer, unit.Code, null, unit.Name == "naiman"),
        }),
        new("shengtai", "演示环保审核员", UserRole.DepartmentReviewer, null, "shengtai", true),
        new("shuiwu", "演示水务审核员", UserRole.DepartmentReviewer, null, "shuiwu", false),
        new("zhifa", "演示执法审核员", UserRole.DepartmentReviewer, null, "zonghe_zhifa", false),
        new("zhujian", "演示住建审核员", UserRole.Bureau, null, null, true),
        new("lingdao", "演示领导", UserRole.Leader, null, null, true),
        new("admin", "演示系统管理员", UserRole.Admin, null, null, true),
        new("shenji", "演示审计管理员", UserRole.Auditor, null, null, true),
    ];
}
