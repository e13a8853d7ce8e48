using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>Every entry of a list is a network, as <c>address/bits</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachIsNetworkAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is IEnumerable<string> entries && entries.All(entry => IPNetwork.TryParse(entry, out _));
}
