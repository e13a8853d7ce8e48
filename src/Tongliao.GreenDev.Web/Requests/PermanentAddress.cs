using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Tongliao.GreenDev.Web.Requests;

/// <summary>固定链接: which pages can be asked for as of a moment, and their address then. Made of the portal's own paths alone, so that it leads nowhere else.</summary>
public static partial class PermanentAddress
{
    /// <summary>Before the address of a page: what leads to the same as it is at this moment.</summary>
    public const string Prefix = "/permanent";

    /// <summary>Whether a path is that of a page which can be seen as of a moment.</summary>
    public static bool IsOf(string path) => Page().IsMatch(path);

    /// <summary>The address as of a moment.</summary>
    /// <param name="path">That <see cref="IsOf"/> such a page.</param>
    /// <param name="query">Its query, with the question mark or empty; another moment in it gives way.</param>
    /// <param name="asOf">The moment as an address says it.</param>
    public static string Of(string path, string? query, string asOf)
    {
        var choices = QueryHelpers.ParseQuery(query).Where(choice => !choice.Key.Equals(AsOfAddress.Parameter, StringComparison.OrdinalIgnoreCase));
        return QueryHelpers.AddQueryString(path, choices.Append(new(AsOfAddress.Parameter, asOf)));
    }

    [GeneratedRegex(@"\A/(?:dashboard|(?:indicators|tasks)(?:/[0-9]{1,9})?)\z")]
    private static partial Regex Page();
}
