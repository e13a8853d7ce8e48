using System.ComponentModel;
using System.Reflection;
using System.Text.Json;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>A member of a payload.</summary>
/// <param name="Label">Chinese.</param>
/// <param name="Type">What it holds, without the null.</param>
public sealed record AuditField(string Label, Type Type)
{
    /// <summary>By the names under which they are stored. Members of one name are the same thing in every payload.</summary>
    public static IReadOnlyDictionary<string, AuditField> ByName { get; } =
        Members().DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Field, StringComparer.Ordinal);

    internal static IEnumerable<Type> Payloads => typeof(AuditPayload).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AuditPayload)));

    internal static IEnumerable<(string Name, AuditField Field)> Members() =>
        from payload in Payloads
        from property in payload.GetProperties()
        select (
            JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            new AuditField(
                property.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName ?? property.Name,
                Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
}
