namespace Tongliao.GreenDev.Application;

/// <summary>What people type as words.</summary>
public static class TypedText
{
    /// <summary>Trimmed and without control characters, which the database refuses and nobody means; line breaks stay. Null for nothing.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var kept = string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')).Trim();
        return kept.Length == 0 ? null : kept;
    }
}
