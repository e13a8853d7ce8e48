using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Timeliness;

/// <summary>Takes a unit's extension back (撤销延期).</summary>
public sealed partial class WithdrawExtensionDialog(ExtensionService service)
{
    private string? reason;
    private string? grantor;

    [Parameter, EditorRequired]
    public ReportingUnit Unit { get; set; } = default!;

    [Parameter, EditorRequired]
    public Extension Last { get; set; } = default!;

    private Task<Extension> SendAsync(Caller caller, int? version) => service.SetAsync(
        caller, new GrantExtension(Last.Quarter, Unit.Code, Until: null, reason, grantor, Document: null, version), CancellationToken.None);

    private string Done() => $"{Unit.ShortName}的延期已撤销。";
}
