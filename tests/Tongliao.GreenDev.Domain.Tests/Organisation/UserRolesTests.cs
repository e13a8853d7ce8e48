using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Tests.Organisation;

/// <summary>What roles are called on the screen and in programs, and to whom they are bound.</summary>
public sealed class UserRolesTests
{
    [Theory]
    [InlineData(UserRole.Clerk, "填报员", "clerk", true, false)]
    [InlineData(UserRole.CountyReviewer, "县级审核员", "countyReviewer", true, false)]
    [InlineData(UserRole.DepartmentReviewer, "牵头部门审核员", "departmentReviewer", false, true)]
    [InlineData(UserRole.Bureau, "市住建局", "bureau", false, false)]
    [InlineData(UserRole.Leader, "领导", "leader", false, false)]
    [InlineData(UserRole.Admin, "系统管理员", "admin", false, false)]
    [InlineData(UserRole.Auditor, "审计管理员", "auditor", false, false)]
    public void Role_HasAWordACodeAndABond(UserRole role, string word, string code, bool isCounty, bool isDepartment)
    {
        Assert.Equal((word, code), (role.Word(), role.Code()));
        Assert.Equal((isCounty, isDepartment), (role.IsCounty(), role.IsDepartment()));
        Assert.Equal(role, UserRoles.FromCode(code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Clerk")]
    [InlineData("填报员")]
    public void FromCode_NoSuchRole_IsNone(string? code) => Assert.Null(UserRoles.FromCode(code));

    [Theory]
    [InlineData(UserRole.Clerk, "奈曼旗", "奈曼旗 填报员")]
    [InlineData(UserRole.DepartmentReviewer, "市水务局", "市水务局 牵头部门审核员")]
    [InlineData(UserRole.Bureau, null, "市住建局")]
    public void OfficeName_WithAndWithoutABody_NamesIt(UserRole role, string? body, string expected) => Assert.Equal(expected, role.OfficeName(body));

    [Theory]
    [InlineData("市乡村振兴局", "市乡村振兴局")]
    [InlineData(null, "通辽市乡村振兴局")] // the annex does not name it
    public void ShortName_OfADepartment_IsTheAnnexsWhereThereIsOne(string? annexName, string expected)
    {
        var department = new Department
        {
            Id = "xiangcun", Order = 1, Name = "通辽市乡村振兴局", AnnexName = annexName, Aliases = [], Category = "", Note = "",
        };

        Assert.Equal(expected, department.ShortName);
    }

    // Also for what every role may do today: a role that may not has a sentence to read.
    [Theory]
    [InlineData(Act.ReadValues, "领导不查看填报数据。")]
    [InlineData(Act.EnterValues, "只有填报员可以填写数据。")]
    [InlineData(Act.SubmitReports, "领导不能上报。")]
    [InlineData(Act.ReviewForCounty, "县级审核由本地区县级审核员办理。")]
    [InlineData(Act.ReviewForCity, "领导不参与市级审核。")]
    [InlineData(Act.Reopen, "领导不能重新打开。")]
    [InlineData(Act.ManagePeriods, "只有市住建局可以管理填报期。")]
    [InlineData(Act.ManageBaselines, "只有市住建局可以录入基数。")]
    [InlineData(Act.ManageTargets, "只有市住建局可以下达分解指标。")]
    [InlineData(Act.ManageChecks, "只有市住建局可以设定校核规则。")]
    [InlineData(Act.ManageUsers, "只有系统管理员可以管理用户。")]
    [InlineData(Act.ReadAudit, "只有审计管理员可以查看审计日志。")]
    [InlineData(Act.Export, "领导不导出附件表。")]
    [InlineData(Act.ManageTokens, "领导不使用接口令牌。")]
    public void Refusal_OfEveryAct_SaysWhoMay(Act act, string sentence) => Assert.Equal(sentence, UserRole.Leader.Refusal(act));
}
