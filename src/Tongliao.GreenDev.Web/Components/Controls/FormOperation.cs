using System.Security.Cryptography;
using System.Text;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>
/// Which act a sent form is: the form's own id together with what was filled in. Sent again as it was, by a double click
/// or after going back, it is the same act; corrected and sent again it is another one.
/// </summary>
public static class FormOperation
{
    /// <summary>The act of a form whose id and fields are all in one text.</summary>
    public static Guid Of(string content) => new(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
}
