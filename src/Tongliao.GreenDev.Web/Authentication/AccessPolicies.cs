using Microsoft.AspNetCore.Authorization;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>
/// Names of the policies. Besides these each <see cref="Act"/> is one, by its name: <c>[Authorize(Policy = nameof(Act.ReadAudit))]</c>.
/// </summary>
public static class AccessPolicies
{
    private static readonly Act[] AdministrationActs = [Act.ManagePeriods, Act.ManageBaselines, Act.ManageTargets, Act.ManageChecks, Act.ManageCountyReview, Act.ManageUsers, Act.ReadAudit];

    /// <summary>Any of the acts that 管理 leads to.</summary>
    public const string Administration = "administration";

    /// <summary>A bearer token; a browser's cookie does not count.</summary>
    public const string Token = "token";

    /// <summary>A browser's session or a bearer token.</summary>
    public const string SessionOrToken = "session-or-token";

    /// <summary>Makes the policies of the acts from the table of rights.</summary>
    public static AuthorizationBuilder AddActs(this AuthorizationBuilder authorization)
    {
        foreach (var act in Enum.GetValues<Act>())
        {
            authorization.AddPolicy(act.ToString(), policy => policy.RequireRole(CodesFor(act)));
        }

        return authorization.AddPolicy(Administration, policy => policy.RequireRole(AdministrationActs.SelectMany(CodesFor).Distinct()));
    }

    private static IEnumerable<string> CodesFor(Act act) => Rights.RolesFor(act).Select(role => role.Code());
}
