using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>The numbers of one value as a program sends them.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record InputsRequest
{
    public TypedNumber Numerator { get; init; }

    public TypedNumber Denominator { get; init; }

    public TypedNumber Amount { get; init; }

    public TypedNumber Supplied { get; init; }

    public TypedNumber Billed { get; init; }

    public TypedNumber Correction { get; init; }

    /// <summary>The numbers, with what is wrong added to <paramref name="faults"/>.</summary>
    /// <param name="path">Where they stand in the body, for example <c>inputs.</c>.</param>
    /// <param name="faults">Grows.</param>
    public ReportedInputs Read(string path, List<FieldFault> faults) => new()
    {
        Numerator = Numerator.Read(path + "numerator", faults),
        Denominator = Denominator.Read(path + "denominator", faults),
        Amount = Amount.Read(path + "amount", faults),
        Supplied = Supplied.Read(path + "supplied", faults),
        Billed = Billed.Read(path + "billed", faults),
        Correction = Correction.Read(path + "correction", faults),
    };

    /// <summary>The numbers.</summary>
    /// <exception cref="RefusalException">Invalid: some are none.</exception>
    public ReportedInputs Read()
    {
        var faults = new List<FieldFault>();
        var inputs = Read("inputs.", faults);
        faults.Refuse();
        return inputs;
    }
}
