using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>
/// Identity of a finding: what it is, which field it is about, and the numbers that it was found in. Another number, of this
/// quarter or of the one it is compared with, makes another finding, and what explained the old one explains it no more.
/// </summary>
internal static class FindingKey
{
    public static string Of(CheckCode code, InputKey field, decimal now, decimal earlier) =>
        $"{code}:{field.ToString().ToLowerInvariant()}:{Text(now)}/{Text(earlier)}";

    /// <summary>Of a finding in the result, which all inputs make; they are complete.</summary>
    public static string OfResult(CheckCode code, Indicator indicator, ReportedInputs now, ReportedInputs? earlier = null) =>
        $"{code}:result:{Text(indicator, now)}" + (earlier is null ? "" : $"/{Text(indicator, earlier)}");

    /// <summary>Of a finding in a whole report. Its numbers are too many to be listed.</summary>
    public static string OfReport(CheckCode code, IEnumerable<(Indicator Indicator, ReportedInputs? Inputs)> values)
    {
        var numbers = string.Join(';', values.Select(value => $"{value.Indicator.Number}={(value.Inputs is { } inputs ? Text(value.Indicator, inputs) : "")}"));
        return $"{code}:report:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(numbers)).AsSpan(0, 16))}";
    }

    private static string Text(Indicator indicator, ReportedInputs inputs) =>
        string.Join(',', indicator.Inputs.Select(field => Text(inputs[field.Key]!.Value)));

    // Without the noughts at the end: 20.20 from the database is 20.2.
    private static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
