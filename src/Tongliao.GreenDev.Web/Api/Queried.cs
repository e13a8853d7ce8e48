using System.Diagnostics.CodeAnalysis;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Reads what stands in the query of an address.</summary>
internal static class Queried
{
    /// <exception cref="RefusalException">Invalid: it is missing.</exception>
    public static string Required([NotNull] string? value, string name, string example) => string.IsNullOrWhiteSpace(value)
        ? throw Fault(name, $"请在地址中给出{name}，例如{name}={example}。")
        : value;

    /// <summary>The quarter of a call.</summary>
    /// <exception cref="RefusalException">Invalid: it is missing.</exception>
    public static Quarter Period(string? period) => Quarter.Read(Required(period, "period", "2024Q1"));

    /// <summary>口径; without one what was submitted counts.</summary>
    /// <exception cref="RefusalException">Invalid: another word.</exception>
    public static FigureBasis Basis(string? basis) => basis switch
    {
        null or "" or "submitted" => FigureBasis.Submitted,
        "approved" => FigureBasis.Approved,
        _ => throw Fault("basis", "basis应为submitted（按上报数）或approved（按审核通过数）。"),
    };

    public static RefusalException Fault(string name, string message) =>
        RefusalException.Invalid(RefusalCodes.InvalidQuery, message, new FieldFault(name, message));
}
