using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>A page with all that it shows spelled out, so that its address means the same ever after once it says as of when (截至).</summary>
/// <param name="Path">For example /dashboard.</param>
/// <param name="Choices">Query parameters, those too that are what the page takes without them.</param>
/// <param name="AsOf">Null for now.</param>
public sealed record PageView(string Path, IReadOnlyList<KeyValuePair<string, string?>> Choices, AsOf? AsOf)
{
    /// <summary>What is there now.</summary>
    public string Now => Path + QueryString.Create(Choices);

    /// <summary>What is shown, as of the same moment.</summary>
    public string Address => AsOf is null ? Now : Path + QueryString.Create(Choices.Append(new(AsOfAddress.Parameter, AsOf.Text)));

    /// <summary>固定链接: of a page as of a moment its own address; otherwise what leads to that of this moment.</summary>
    public string Permanent => AsOf is null ? PermanentAddress.Prefix + Now : Address;

    public static PageView Of(string path, AsOf? asOf, params ReadOnlySpan<(string Name, string? Value)> choices)
    {
        var spelled = new List<KeyValuePair<string, string?>>(choices.Length);
        foreach (var (name, value) in choices)
        {
            if (value is not null)
            {
                spelled.Add(new(name, value));
            }
        }

        return new PageView(path, spelled, asOf);
    }
}
