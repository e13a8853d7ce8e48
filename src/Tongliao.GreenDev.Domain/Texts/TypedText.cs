using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.Domain.Texts;

/// <summary>What people type as words.</summary>
public static partial class TypedText
{
    /// <summary>Of the name of a document, characters.</summary>
    public const int LongestDocument = 200;

    /// <summary>Without spaces around it, and without characters that do not show (<see cref="VisibleText"/>). Null for nothing to be seen.</summary>
    public static string? Clean(string? text) =>
        text is not null && VisibleText.WithoutInvisible(text) is { Length: > 0 } kept ? kept : null;

    /// <summary>The same for names of persons, tokens and documents: what looks like a space is one. Line breaks stay, to be refused.</summary>
    public static string? Name(string? text) => Clean(text) is { } kept ? Spaces().Replace(kept, " ") : null;

    /// <summary>The name or number of a document on one line; null for nothing to be seen, a line break, or more than <see cref="LongestDocument"/> characters.</summary>
    public static string? Document(string? text) =>
        Name(text) is { Length: <= LongestDocument } name && !name.Any(char.IsControl) ? name : null;

    /// <summary>A text that is compared with what is stored, such as a login name or what is searched for; empty for nothing to be seen.</summary>
    public static string Sought(string? text) => VisibleText.Folded(text);

    [GeneratedRegex(@"[^\S\n\t]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
