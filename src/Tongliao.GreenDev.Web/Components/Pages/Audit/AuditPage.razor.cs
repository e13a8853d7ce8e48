using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Pages.Audit;

/// <summary>审计日志: the audit administrator's only screen, in a grid that the address sets.</summary>
public sealed partial class AuditPage(ReadScopeQueries scopes, NavigationManager navigation) : ReadingPage(navigation)
{
    private AuditView View { get; set; } = new();

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        (await scopes.ReadAsync(caller, cancellationToken)).Actor.Require(Act.ReadAudit);
        View = new AuditView(name => HttpContext.Request.Query[name]);
    }
}
