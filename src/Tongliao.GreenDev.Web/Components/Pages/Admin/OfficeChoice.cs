using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>An office (职责) as it is being chosen.</summary>
public sealed class OfficeChoice
{
    public UserRole? Role { get; set; }

    public ReportingUnit? Unit { get; set; }

    public Department? Department { get; set; }

    /// <summary>In words, as far as it is chosen.</summary>
    public string Words => Role switch
    {
        { } role when role.IsCounty() => role.OfficeName(Unit?.ShortName),
        { } role when role.IsDepartment() => role.OfficeName(Department?.ShortName),
        { } role => role.Word(),
        null => "",
    };

    /// <summary>The office; what the role has no use for counts as not chosen.</summary>
    /// <exception cref="RefusalException">Invalid: no role.</exception>
    public Office Read() => Role is { } role
        ? new Office(role, role.IsCounty() ? Unit?.Code : null, role.IsDepartment() ? Department?.Id : null)
        : throw RefusalException.Invalid(RefusalCodes.OfficeInvalid, "请选择角色。", new FieldFault("role", "请选择角色。"));
}
