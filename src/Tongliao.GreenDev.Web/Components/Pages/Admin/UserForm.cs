using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Reads the role, unit and department of a posted form.</summary>
public static class UserForm
{
    /// <summary>The office; a field that the chosen role hides counts as not there.</summary>
    /// <exception cref="RefusalException">Invalid: no role.</exception>
    public static Office Office(IFormCollection form)
    {
        if (UserRoles.FromCode(form["role"]) is not { } role)
        {
            throw RefusalException.Invalid(RefusalCodes.OfficeInvalid, "请选择角色。", new FieldFault("role", "请选择角色。"));
        }

        return new Office(
            role,
            role.IsCounty() ? form["unit"].ToString() : null,
            role.IsDepartment() ? form["department"].ToString() : null);
    }
}
