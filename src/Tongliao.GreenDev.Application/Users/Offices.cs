using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Checks an office and gives it to a person.</summary>
internal static class Offices
{
    /// <exception cref="RefusalException">Invalid: what is missing, unknown or too much.</exception>
    public static async Task AssignAsync(GreenDevDbContext db, GreenDevUser user, Office office, CancellationToken cancellationToken)
    {
        var unit = Code(office.UnitCode);
        var department = Code(office.DepartmentId);
        RequireFitting(office.Role, unit, department);
        user.Role = office.Role;
        user.UnitId = unit is null ? null : await UnitIdAsync(db, unit, cancellationToken);
        user.DepartmentPlanId = department is null ? null : await PlanOfDepartmentAsync(db, department, cancellationToken);
        user.DepartmentId = department;
    }

    private static string? Code(string? typed) => TypedText.Sought(typed) is { Length: > 0 } code ? code : null;

    private static void RequireFitting(UserRole role, string? unit, string? department)
    {
        if (!Enum.IsDefined(role))
        {
            throw Fault("role", "没有这个角色，请从列表中选择。");
        }

        if (role.IsCounty() != unit is not null)
        {
            throw Fault("region", role.IsCounty() ? $"{role.Word()}须选择所属旗县市区。" : $"{role.Word()}不属于某个旗县市区，请去掉该项。");
        }

        if (role.IsDepartment() != department is not null)
        {
            throw Fault("department", role.IsDepartment() ? $"{role.Word()}须选择所属部门。" : $"{role.Word()}不需要选择部门，请去掉该项。");
        }
    }

    private static async Task<int> UnitIdAsync(GreenDevDbContext db, string code, CancellationToken cancellationToken) =>
        await (
            from unit in db.Units
            where unit.Code == code && unit.ParentCode != null
            join plan in db.PlanInUse on EF.Property<int>(unit, "PlanId") equals plan.Id
            select (int?)unit.Id).SingleOrDefaultAsync(cancellationToken)
        ?? throw Fault("region", "没有这个填报单位，请核对区划代码。");

    private static async Task<int> PlanOfDepartmentAsync(GreenDevDbContext db, string id, CancellationToken cancellationToken) =>
        await (
            from department in db.Departments
            where department.Id == id
            join plan in db.PlanInUse on EF.Property<int>(department, "PlanId") equals plan.Id
            select (int?)plan.Id).SingleOrDefaultAsync(cancellationToken)
        ?? throw Fault("department", "没有这个部门，请核对部门代码。");

    private static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.OfficeInvalid, message, new FieldFault(field, message));
}
