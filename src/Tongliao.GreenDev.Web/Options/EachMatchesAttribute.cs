using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>Every entry of a list matches a pattern.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachMatchesAttribute(string pattern) : ValidationAttribute
{
    public string Pattern { get; } = pattern;

    public override bool IsValid(object? value) =>
        value is IEnumerable<string> entries && entries.All(entry => Regex.IsMatch(entry, Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
}
