using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>One number of a row: what stands in its field, and what is wrong with it.</summary>
public sealed class EntryField(InputField definition, decimal? stored)
{
    private string? unreadable;
    private int timesSaved;

    public InputField Definition { get; } = definition;

    /// <summary>As it stands in the field: normalised when it could be read, otherwise as typed.</summary>
    public string Text { get; private set; } = NumberText.Display(stored);

    public decimal? Value { get; private set; } = stored;

    /// <summary>Chinese: what is wrong and what to do; null when nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Number of the check rule that it breaks; null when the text is no number, or when nothing is wrong.</summary>
    public string? Rule { get; private set; }

    public bool IsUnreadable => unreadable is not null;

    /// <summary>For the browser: changes when what was typed is safe, and carries the text to which Esc goes back.</summary>
    public string SavedMark { get; private set; } = MarkOf(0, stored);

    /// <summary>For example <c>numerator</c>.</summary>
    public string Key => Definition.Key.ToString().ToLowerInvariant();

    public void Type(string? text)
    {
        var read = NumberText.Read(text, Definition.Unit);
        unreadable = read.Fault;
        Value = read.Value;
        Text = read.Fault is null ? NumberText.Display(read.Value) : text!;
        Fault = read.Fault;
        Rule = null;
    }

    /// <summary>Puts another number in place of what was typed.</summary>
    public void Show(decimal? number)
    {
        unreadable = null;
        Value = number;
        Text = NumberText.Display(number);
    }

    /// <summary>Takes over the checks' faults; an unreadable text keeps its own.</summary>
    public void Check(IReadOnlyList<Finding> errors, CheckRules checks)
    {
        var error = unreadable is null ? errors.FirstOrDefault(finding => finding.Field == Definition.Key) : null;
        Fault = unreadable ?? error?.Message;
        Rule = error is null ? null : checks[error.Rule].Name;
    }

    /// <summary>Says what the database holds; a text that agrees with it is safe.</summary>
    /// <param name="stored">The number there.</param>
    /// <param name="isOverlong">What stands in the browser's field is longer than was sent, and so not safe.</param>
    public void MarkSaved(decimal? stored, bool isOverlong)
    {
        if (!isOverlong && !IsUnreadable && Value == stored)
        {
            timesSaved++;
        }

        SavedMark = MarkOf(timesSaved, stored);
    }

    private static string MarkOf(int timesSaved, decimal? stored) =>
        string.Create(CultureInfo.InvariantCulture, $"{timesSaved}|{NumberText.Display(stored)}");
}
