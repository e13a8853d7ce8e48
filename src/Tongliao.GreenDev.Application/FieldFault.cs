using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application;

/// <summary>One fault at one field.</summary>
/// <param name="Field">Name of the field in the API, for example <c>inputs.numerator</c> or <c>indicators[2].note</c>.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
public sealed record FieldFault(string Field, string Message)
{
    /// <summary>What is wrong with a typed value.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="path">Where the inputs stand in what was sent, for example <c>regions[2].</c>; empty for the top.</param>
    public static FieldFault Of(Finding finding, string path = "") => new(path + FieldNames.Of(finding.Field), finding.Message);
}
