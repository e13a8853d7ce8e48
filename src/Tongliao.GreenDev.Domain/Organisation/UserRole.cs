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
