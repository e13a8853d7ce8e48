using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Domain.Files;

/// <summary>The name of a file as people see it: without folders, and without characters that do not show or turn the writing round.</summary>
public static class FileTitle
{
    /// <summary>Characters.</summary>
    public const int Longest = 120;

    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The name, clean; null for none, whatever its length.</summary>
    public static string? Clean(string? sent)
    {
        var last = sent?[(sent.LastIndexOfAny(Separators) + 1)..];
        var name = TypedText.Name(last?.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '))?.Trim();
        return name is null or "." or ".." ? null : name;
    }

    /// <summary>From the last point on, for example .pdf; empty without one.</summary>
    public static string EndingOf(string name) => name.LastIndexOf('.') is >= 0 and var point ? name[point..] : "";
}
