using System.Security.Cryptography;
using System.Text;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>
/// Which act a sent form is: the form's own id together with what was filled in. Sent again as it was, by a double click
/// or after going back, it is the same act; corrected and sent again it is another one.
/// </summary>
public static class FormOperation
{
    /// <summary>The hidden field with the form's own id.</summary>
    public const string Field = "operation";

    /// <summary>The hidden field with the version of what the form shows.</summary>
    public const string VersionField = "version";

    private const string AntiforgeryField = "__RequestVerificationToken";

    /// <summary>A form without an id is an act of its own each time.</summary>
    public static Guid Of(IFormCollection form)
    {
        if (!Guid.TryParse(form[Field], out _))
        {
            return Guid.CreateVersion7();
        }

        var content = new StringBuilder();
        foreach (var (name, value) in form.Where(field => field.Key != AntiforgeryField).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            content.Append(name).Append('=').Append(value).Append('\n');
        }

        return Of(content.ToString());
    }

    /// <summary>The act of a form whose id and fields are all in one text.</summary>
    public static Guid Of(string content) => new(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
}
