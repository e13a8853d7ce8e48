namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>
/// Keeps the sums that numbers were computed from as lines of 备注, one for each number, for example 算式：供水总量Qs=620+380: so they are
/// read by whoever reviews the value, and stand in its history.
/// </summary>
public static class FormulaNotes
{
    private const string Mark = "算式：";

    /// <summary>The 备注 with the sum of a field, or without one that is no longer its.</summary>
    public static string Put(string note, EntryField field)
    {
        var lines = note.Split('\n').Where(line => line.Length > 0 && !line.StartsWith(StartOf(field), StringComparison.Ordinal));
        return note.Contains(StartOf(field), StringComparison.Ordinal) || field.Formula is not null
            ? string.Join('\n', field.Formula is null ? lines : lines.Append(Mark + field.Definition.Label + field.Formula))
            : note;
    }

    /// <summary>The sum of a field in a 备注, for example =620+380; null for none.</summary>
    public static string? Of(string note, EntryField field) => note.Split('\n')
        .FirstOrDefault(line => line.StartsWith(StartOf(field), StringComparison.Ordinal))?[(StartOf(field).Length - 1)..];

    private static string StartOf(EntryField field) => $"{Mark}{field.Definition.Label}=";
}
