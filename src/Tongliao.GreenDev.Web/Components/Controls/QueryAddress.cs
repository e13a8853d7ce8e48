using Microsoft.AspNetCore.Components;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Addresses of the page that is shown, with something else chosen.</summary>
public static class QueryAddress
{
    /// <summary>The same page with one query parameter set, beginning with a slash.</summary>
    public static string With(this NavigationManager navigation, string parameter, string value) =>
        "/" + navigation.ToBaseRelativePath(navigation.GetUriWithQueryParameter(parameter, value));
}
