using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Corrections;

/// <summary>A correction before the bureau: old and new, and every result that it changes.</summary>
public sealed partial class CorrectionDialog(CorrectionService service)
{
    private CorrectionChoice? choice;
    private string? reason;

    [Parameter, EditorRequired]
    public CorrectionCase Case { get; set; } = default!;

    /// <summary>What was handed in for it.</summary>
    [Parameter]
    public IReadOnlyList<EvidenceFile> Evidence { get; set; } = [];

    private CorrectionLine Line => Case.Line;

    private Task SendAsync(Caller caller, int? version) => choice is { } chosen
        ? service.DecideAsync(caller, new DecideCorrection(Line.Correction.Id, chosen == CorrectionChoice.Approve, reason), CancellationToken.None)
        : throw RefusalException.Invalid(RefusalCodes.NothingChosen, "请选择批准或驳回。", new FieldFault("choice", "请选择批准或驳回。"));

    private string Done() => $"{Line.Unit.ShortName} {Line.Quarter.ChineseName} 第{Line.Indicator.Number}项的更正{(choice == CorrectionChoice.Approve ? "已批准" : "已驳回")}。";

    private static string Word(CorrectionChoice choice) => choice == CorrectionChoice.Approve ? "批准" : "驳回";
}
