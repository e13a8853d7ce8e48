using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Baselines;

/// <summary>How a baseline's numbers are said.</summary>
public static class FilingWords
{
    /// <summary>In the order of the indicator's fields, for example 58 / 100; — for none.</summary>
    public static string Numbers(Indicator indicator, ReportedInputs? inputs) => inputs is null or { IsEmpty: true }
        ? "—"
        : string.Join(" / ", indicator.Inputs.Select(field => inputs[field.Key] is { } value ? NumberText.Display(value) : "—"));
}
