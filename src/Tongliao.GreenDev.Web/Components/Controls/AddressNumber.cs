using System.Globalization;
using System.Numerics;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>
/// A number in the query of an address. Pages take it as text: the framework answers 500 to a text that is no number
/// where a number is asked for.
/// </summary>
public static class AddressNumber
{
    /// <summary>Null where there is none.</summary>
    /// <exception cref="RefusalException">Not found: no number, so the address leads nowhere.</exception>
    public static T? Read<T>(string? text)
        where T : struct, IBinaryInteger<T>
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw RefusalException.NotFound("地址中的数字有误，请从页面上的链接进入。");
    }
}
