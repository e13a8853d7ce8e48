namespace Tongliao.GreenDev.Domain.Organisation;

/// <summary>What a role is called, and to whom it is bound; what it may do is in <see cref="Rights"/>.</summary>
public static class UserRoles
{
    public static string Word(this UserRole role) => role switch
    {
        UserRole.Clerk => "填报员",
        UserRole.CountyReviewer => "县级审核员",
        UserRole.DepartmentReviewer => "牵头部门审核员",
        UserRole.Bureau => "市住建局",
        UserRole.Leader => "领导",
        UserRole.Admin => "系统管理员",
        UserRole.Auditor => "审计管理员",
    };

    /// <summary>What somebody is: the role, with the unit or department it is bound to, for example 奈曼旗 填报员, 市水务局 牵头部门审核员.</summary>
    /// <param name="role">角色.</param>
    /// <param name="body">Short name of the unit or department; null for an office of the city.</param>
    public static string OfficeName(this UserRole role, string? body) => body is null ? role.Word() : $"{body} {role.Word()}";

    /// <summary>The word of the API and the command line, for example <c>countyReviewer</c>.</summary>
    public static string Code(this UserRole role) => role switch
    {
        UserRole.Clerk => "clerk",
        UserRole.CountyReviewer => "countyReviewer",
        UserRole.DepartmentReviewer => "departmentReviewer",
        UserRole.Bureau => "bureau",
        UserRole.Leader => "leader",
        UserRole.Admin => "admin",
        UserRole.Auditor => "auditor",
    };

    /// <summary>The role with a code, or null.</summary>
    public static UserRole? FromCode(string? code) =>
        Enum.GetValues<UserRole>().Cast<UserRole?>().FirstOrDefault(role => role!.Value.Code() == code);

    /// <summary>Bound to one unit: sees it and the city only.</summary>
    public static bool IsCounty(this UserRole role) => role is UserRole.Clerk or UserRole.CountyReviewer;

    /// <summary>Bound to one department: acts on the indicators it leads only.</summary>
    public static bool IsDepartment(this UserRole role) => role == UserRole.DepartmentReviewer;
}
