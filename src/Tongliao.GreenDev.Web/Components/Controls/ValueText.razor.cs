using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>A sentence whose values in 公里/平方公里 and the like are never broken over two lines; others are too short to be.</summary>
public sealed partial class ValueText
{
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    private IEnumerable<(string Text, bool IsValue)> Parts
    {
        get
        {
            var from = 0;
            foreach (Match value in Value().Matches(Text))
            {
                yield return (Text[from..value.Index], false);
                yield return (value.Value, true);
                from = value.Index + value.Length;
            }

            yield return (Text[from..], false);
        }
    }

    /// <summary>A number with a unit per unit.</summary>
    [GeneratedRegex(@"[≥≤><=+−]?[\d.,]+公里/平方公里|公里/平方公里")]
    private static partial Regex Value();
}
