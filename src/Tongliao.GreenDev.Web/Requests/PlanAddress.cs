using Microsoft.AspNetCore.WebUtilities;

namespace Tongliao.GreenDev.Web.Requests;

/// <summary>The part of an address that says which plan (方案) it is about, of pages, the API and exports alike.</summary>
public static class PlanAddress
{
    /// <summary>The query parameter: <c>?plan=tongliao-2023-63</c>.</summary>
    public const string Parameter = "plan";

    /// <summary>What an address says; null where it says nothing.</summary>
    public static string? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && QueryHelpers.ParseQuery(uri.Query).TryGetValue(Parameter, out var plan)
            ? Clean(plan.ToString())
            : null;

    /// <inheritdoc cref="Of(string?)"/>
    public static string? Of(HttpRequest request) => Clean(request.Query[Parameter].ToString());

    private static string? Clean(string text) => text.Trim() is { Length: > 0 and <= 64 } key ? key : null;
}
