using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Application.Targets;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>The address of a trial (试算): all that is assumed stands in it, so that it can be sent to somebody.</summary>
public static class WhatIfView
{
    public const string Page = "/whatif";
    public const string Term = "t";
    public const string From = "from";

    /// <summary>The address of a trial of some terms.</summary>
    public static string AddressOf(IEnumerable<string> terms, DateOnly? from = null)
    {
        var parts = terms.Select(term => $"{Term}={Uri.EscapeDataString(term)}").ToList();
        if (DateText.Display(from) is { } day)
        {
            parts.Add($"{From}={day}");
        }

        return parts.Count == 0 ? Page : $"{Page}?{string.Join('&', parts)}";
    }

    /// <inheritdoc cref="AddressOf(IEnumerable{string}, DateOnly?)"/>
    public static string AddressOf(params IReadOnlyList<RuleTerm> terms) => AddressOf(terms.Select(RuleTermText.Of));

    /// <summary>The page with the form open for a unit's target of a year, or its baseline, from the first day that it may be for.</summary>
    public static string AddressOf(ReferenceKey key, int baselineYear) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Page}?kind={(key.Year is null ? "Baseline" : "UnitTarget")}&unit={key.UnitCode}&indicator={key.IndicatorNumber}&year={key.Year}&{From}={key.Year ?? baselineYear}-01-01");

    /// <summary>The page with the form filled for one value of a unit.</summary>
    public static string AddressOfInput(string unitCode, string period, int indicatorNumber) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Page}?kind=input&unit={unitCode}&period={period}&indicator={indicatorNumber}");
}
