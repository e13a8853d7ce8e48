using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>Binds one section and finds everything that is wrong in it, each with the key to set.</summary>
public sealed class SectionCheck<TOptions>(IConfiguration configuration) : IConfigureOptions<TOptions>, IValidateOptions<TOptions>
    where TOptions : class, IPortalOptions
{
    private readonly IConfigurationSection section = configuration.GetSection(TOptions.Section);

    public void Configure(TOptions options)
    {
        // The binder stops at the first text that is no number: those are left out, so that the others are still checked.
        var unreadable = Unreadable().ToHashSet(StringComparer.OrdinalIgnoreCase);
        new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable(makePathsRelative: true).Where(entry => !unreadable.Contains(entry.Key)))
            .Build()
            .Bind(options);
    }

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var failures = Unreadable().Select(DescribeUnreadable).Concat(OutOfBounds(options)).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Unreadable() =>
        from property in typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let text = section[property.Name]
        where !string.IsNullOrEmpty(text) && !property.PropertyType.IsArray && !IsReadable(property.PropertyType, text)
        select property.Name;

    /// <summary>As the binder reads it, which does not tell apart small and capital letters of a word.</summary>
    private static bool IsReadable(Type type, string text) => type.IsEnum ? Enum.TryParse(type, text, ignoreCase: true, out _) : TypeDescriptor.GetConverter(type).IsValid(text);

    private string DescribeUnreadable(string member)
    {
        var type = typeof(TOptions).GetProperty(member)!.PropertyType;
        var kind = type == typeof(bool) ? " true 或 false" : type.IsEnum ? $" {string.Join('、', Enum.GetNames(type))} 之一" : "整数";
        return Describe(member, $"应是{kind}{Current(member)}");
    }

    private IEnumerable<string> OutOfBounds(TOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.SelectMany(result => result.MemberNames.Select(member => Describe(member, result.ErrorMessage + Current(member))));
    }

    /// <summary>A secret is not told, wherever it was put.</summary>
    private string Current(string member) =>
        section[member] is { } text && typeof(TOptions).GetProperty(member)?.GetCustomAttribute<PasswordPropertyTextAttribute>() is not { Password: true } ? $"，现为“{text}”" : string.Empty;

    private static string Describe(string member, string problem)
    {
        var isList = typeof(TOptions).GetProperty(member)?.PropertyType.IsArray == true;
        return $"{TOptions.Section}:{member}（环境变量 {TOptions.Section}__{member}{(isList ? "__0、__1……" : string.Empty)}）：{problem}";
    }
}
