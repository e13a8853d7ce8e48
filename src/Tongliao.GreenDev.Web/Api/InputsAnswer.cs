using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>The numbers of one value as they are stored.</summary>
internal sealed record InputsAnswer(
    decimal? Numerator, decimal? Denominator, decimal? Amount, decimal? Supplied, decimal? Billed, decimal? Correction)
{
    public static InputsAnswer Of(ReportedInputs inputs) =>
        new(inputs.Numerator, inputs.Denominator, inputs.Amount, inputs.Supplied, inputs.Billed, inputs.Correction);
}
