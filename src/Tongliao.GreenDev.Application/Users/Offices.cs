using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Checks an office and gives it to a person.</summary>
internal static class Offices
{
    /// <summary>A unit or department of the plan that the change is about.</summary>
    /// <exception cref="RefusalException">Invalid: what is missing, unknown or too much.</exception>
    public static async Task AssignAsync(WriteScope scope, GreenDevUser user, Office office)
    {
        var unit = Code(office.UnitCode);
        var department = Code(office.DepartmentId);
        RequireFitting(office.Role, unit, department);
        user.Role = office.Role;
        user.UnitId = unit is null ? null : await UnitIdAsync(scope, unit);
        user.DepartmentPlanId = department is null ? null : await PlanOfDepartmentAsync(scope, department);
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

    private static async Task<int> UnitIdAsync(WriteScope scope, string code) =>
        await (
            from unit in scope.Db.Units
            where unit.Code == code && unit.ParentCode != null && EF.Property<int>(unit, "PlanId") == scope.PlanId
            select (int?)unit.Id).SingleOrDefaultAsync(scope.CancellationToken)
        ?? throw Fault("region", "没有这个填报单位，请核对区划代码。");

    private static async Task<int> PlanOfDepartmentAsync(WriteScope scope, string id) =>
        await scope.Db.Departments.AnyAsync(department => department.Id == id && EF.Property<int>(department, "PlanId") == scope.PlanId, scope.CancellationToken)
            ? scope.PlanId!.Value
            : throw Fault("department", "没有这个部门，请核对部门代码。");

    private static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.OfficeInvalid, message, new FieldFault(field, message));
}
