using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>Every entry of a list is an IP address.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachIsAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is IEnumerable<string> entries && entries.All(entry => IPAddress.TryParse(entry, out _));
}
