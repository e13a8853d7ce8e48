using System.Text.RegularExpressions;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>The address of one mailbox, without a name: what can stand in a mail's head without changing it.</summary>
public static partial class MailAddress
{
    /// <summary>Of an address, characters.</summary>
    public const int Longest = 254;

    /// <summary>Reads what a person typed; null for what is no address.</summary>
    public static string? Read(string? typed)
    {
        var text = VisibleText.Folded(typed);
        return text.Length <= Longest && Form().IsMatch(text) ? text : null;
    }

    /// <summary>For lists: enough to recognise it by whoever knows it, for example z***n@example.gov.cn.</summary>
    public static string Masked(string address)
    {
        var at = address.LastIndexOf('@');
        return at switch
        {
            < 1 => "",
            < 4 => $"{address[0]}***{address[at..]}",
            _ => $"{address[0]}***{address[at - 1]}{address[at..]}",
        };
    }

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
