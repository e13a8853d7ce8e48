namespace Tongliao.GreenDev.Domain.Organisation;

/// <summary>The seven roles. A person has exactly one.</summary>
public enum UserRole
{
    /// <summary>填报员: types and submits for one unit.</summary>
    Clerk,

    /// <summary>县级审核员: approves or returns within one unit.</summary>
    CountyReviewer,

    /// <summary>牵头部门审核员: approves or returns the indicators the department leads.</summary>
    DepartmentReviewer,

    /// <summary>市住建局: reviews everything, opens and closes periods, keeps baselines and targets.</summary>
    Bureau,

    /// <summary>领导: reads.</summary>
    Leader,

    /// <summary>系统管理员: keeps users; edits no data.</summary>
    Admin,

    /// <summary>审计管理员: reads the audit.</summary>
    Auditor,
}

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
