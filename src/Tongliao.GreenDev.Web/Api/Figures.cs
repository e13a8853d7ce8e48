using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Reads inputs with the reason beside them.</summary>
internal static class Figures
{
    /// <summary>Null when not reported. Given figures count as approved: nothing about them is provisional.</summary>
    public static ReportedFigure? Read(InputsRequest? inputs, string? reason, string path, List<FieldFault> faults)
    {
        var numbers = inputs?.Read(path + "inputs.", faults);
        var notApplicable = TypedText.Clean(reason);
        if (notApplicable?.Length > ValueChecks.MaxTextLength)
        {
            faults.Add(new FieldFault(path + "notApplicableReason", Statement.TooLong("不适用原因", notApplicable.Length) + "。"));
        }

        if (notApplicable is not null && !VisibleText.IsReason(notApplicable))
        {
            faults.Add(new FieldFault(path + "notApplicableReason", DraftService.NotApplicableAdvice));
        }

        return numbers is null && notApplicable is null ? null : new ReportedFigure(numbers, notApplicable, IsApproved: true);
    }
}
