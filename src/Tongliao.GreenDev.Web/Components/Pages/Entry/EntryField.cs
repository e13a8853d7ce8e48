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
    private bool isTouched = stored is not null;

    public InputField Definition { get; } = definition;

    /// <summary>As it stands in the field: normalised when it could be read, otherwise as typed.</summary>
    public string Text { get; private set; } = NumberText.Display(stored);

    public decimal? Value { get; private set; } = stored;

    /// <summary>What an empty field that nobody has come to yet is filled with, to be confirmed; null for nothing. Not part of what the row says.</summary>
    public Proposal? Proposal { get; private set; }

    /// <summary>What is to be seen in the field.</summary>
    public string Shown => Proposal is { } proposal ? NumberText.Display(proposal.Value) : Text;

    /// <summary>Chinese: what is wrong and what to do; null when nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Number of the check rule that it breaks; null when the text is no number, or when nothing is wrong.</summary>
    public string? Rule { get; private set; }

    public bool IsUnreadable => unreadable is not null;

    /// <summary>For the browser: changes when what was typed is safe, and carries the text to which Esc goes back.</summary>
    public string SavedMark { get; private set; } = MarkOf(0, stored);

    /// <summary>For example <c>numerator</c>.</summary>
    public string Key => Definition.Key.ToString().ToLowerInvariant();

    /// <summary>Chinese: how what was typed was understood; null for as it stands.</summary>
    public string? Note { get; private set; }

    /// <summary>The sum that was typed; null for a plain number.</summary>
    public string? Formula { get; private set; }

    /// <summary>Fills the field with a number to be confirmed, unless somebody gave or cleared it.</summary>
    /// <returns>Whether something else is to be seen now.</returns>
    public bool Propose(Proposal? proposal)
    {
        var before = Proposal;
        Proposal = Value is null && !isTouched ? proposal : null;
        return Proposal != before;
    }

    public void Type(string? text)
    {
        isTouched = true;
        Proposal = null;
        var read = SheetNumber.Read(text, Definition.Unit);
        (Note, Formula) = (read.Note, read.Formula);
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
        (Proposal, Note, Formula) = (null, null, null);
        isTouched = true;
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
