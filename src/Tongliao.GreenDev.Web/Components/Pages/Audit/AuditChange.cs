using System.Globalization;
using System.Text.Json;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Audit;

/// <summary>One field of an audit entry, before and after.</summary>
/// <param name="Label">Chinese, or the stored name of a field that has no word.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing any more.</param>
public sealed record AuditChange(string Label, string? Before, string? After)
{
    /// <summary>Every field that either side names, in the order in which they are stored.</summary>
    public static IReadOnlyList<AuditChange> Of(AuditEvent entry)
    {
        var (before, after) = (Read(entry.Before), Read(entry.After));
        return
        [
            .. before.Keys.Union(after.Keys)
                .Select(key => new AuditChange(AuditField.ByName.GetValueOrDefault(key)?.Label ?? key, before.GetValueOrDefault(key), after.GetValueOrDefault(key))),
        ];
    }

    /// <summary>For the closed line, for example 2 处变更.</summary>
    public static string Summary(AuditEvent entry)
    {
        // A new password changes nothing that the audit may show.
        var count = entry.Before is null ? 0 : Of(entry).Count(change => change.Before != change.After);
        return count == 0 ? "内容" : string.Create(CultureInfo.InvariantCulture, $"{count} 处变更");
    }

    private static Dictionary<string, string> Read(string? json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            Add(fields, "", document.RootElement);
        }

        return fields;
    }

    private static void Add(Dictionary<string, string> fields, string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Add(fields, property.Name, property.Value);
            }
        }
        else
        {
            fields[name] = Text(name, element);
        }
    }

    private static string Text(string name, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.String => Word(name, element.GetString()!),
        JsonValueKind.Array when name == "explanations" => string.Join('；', element.EnumerateArray().Select(given => given.GetProperty("text").GetString())),
        _ => element.GetRawText(),
    };

    private static string Word(string name, string text) =>
        AuditField.ByName.GetValueOrDefault(name)?.Type is { IsEnum: true } type && Enum.TryParse(type, text, out var value) ? Word(value) : text;

    private static string Word(object value) => value switch
    {
        ValueStatus status => status.Word(),
        PeriodState state => state.Word(),
        ReviewStep action => action.Word(),
        UserRole role => role.Word(),
        FigureBasis basis => basis.Word(),
        SignInFailure failure => failure.Word(),
        _ => $"{value}",
    };
}
