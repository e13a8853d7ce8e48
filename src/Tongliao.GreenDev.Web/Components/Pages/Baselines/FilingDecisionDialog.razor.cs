using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Baselines;

namespace Tongliao.GreenDev.Web.Components.Pages.Baselines;

/// <summary>A filed baseline before the bureau.</summary>
public sealed partial class FilingDecisionDialog(BaselineFilingService service)
{
    private FilingChoice? choice;
    private string? reason;

    [Parameter, EditorRequired]
    public BaselineFilingLine Line { get; set; } = default!;

    [Parameter, EditorRequired]
    public int Year { get; set; }

    private async Task SendAsync(Caller caller, int? version)
    {
        if (choice is not { } chosen)
        {
            throw RefusalException.Invalid(RefusalCodes.NothingChosen, "请选择采用或退回。", new FieldFault("choice", "请选择采用或退回。"));
        }

        await service.DecideAsync(caller, new DecideBaseline(Line.Unit.Code, Line.Indicator.Number, chosen == FilingChoice.Adopt, reason, version), CancellationToken.None);
    }

    private string Done() => $"{Line.Unit.ShortName} 第{Line.Indicator.Number}项的基数申报{(choice == FilingChoice.Adopt ? "已采用" : "已退回")}。";

    private static string Word(FilingChoice choice) => choice == FilingChoice.Adopt ? "采用" : "退回";
}
