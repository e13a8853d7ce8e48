using Microsoft.AspNetCore.Identity;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Identity;

/// <summary>A person who signs in (用户).</summary>
public sealed class GreenDevUser : IdentityUser<Guid>
{
    /// <summary>姓名.</summary>
    public required string DisplayName { get; set; }

    public required UserRole Role { get; set; }

    /// <summary>Set for the county roles only.</summary>
    public int? UnitId { get; set; }

    /// <summary>The plan whose department it is: another may have one of the same identifier.</summary>
    public int? DepartmentPlanId { get; set; }

    /// <summary>Set for lead-department reviewers only.</summary>
    public string? DepartmentId { get; set; }

    /// <summary>停用: every session and token ends.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>A first or reset password, to be changed before anything else.</summary>
    public bool MustChangePassword { get; set; }

    public DateTimeOffset? PasswordChangedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Made by the first start of the portal: as long as nobody has signed in with it, every start gives it a password anew.</summary>
    public bool IsFirstAdministrator { get; init; }

    /// <summary>Made together with demo data (演示账号).</summary>
    public bool IsDemo { get; set; }

    /// <summary>The last time step of a used one-time code, so that no code works twice.</summary>
    public long? LastCodeStep { get; set; }

    /// <summary>One more with every change by the administrator, whose forms carry it back, and of the second factor; not with sign-ins and passwords of one's own.</summary>
    public int Version { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
