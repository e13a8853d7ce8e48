namespace Tongliao.GreenDev.Domain.Organisation;

/// <summary>The one place that says what a role is called and what it may do.</summary>
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

    /// <summary>May look at reported values and ratings at all.</summary>
    public static bool ReadsValues(this UserRole role) => role != UserRole.Auditor;

    public static bool ReadsEveryUnit(this UserRole role) => role.ReadsValues() && !role.IsCounty();

    public static bool ReviewsForTheCity(this UserRole role) => role is UserRole.Bureau or UserRole.DepartmentReviewer;
}
