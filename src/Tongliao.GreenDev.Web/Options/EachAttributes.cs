using System.ComponentModel.DataAnnotations;
using System.Net;
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

/// <summary>Every entry of a list is an IP address.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachIsAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is IEnumerable<string> entries && entries.All(entry => IPAddress.TryParse(entry, out _));
}

/// <summary>Every entry of a list is a network, as <c>address/bits</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachIsNetworkAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is IEnumerable<string> entries && entries.All(entry => IPNetwork.TryParse(entry, out _));
}
