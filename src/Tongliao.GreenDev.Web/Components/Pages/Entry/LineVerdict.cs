using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>What the rules say of what is typed in a row: its light and findings, or what is wrong.</summary>
/// <param name="rules">Of the row.</param>
/// <param name="typed">What they are asked about.</param>
/// <param name="light">Of what is stored.</param>
/// <param name="findings">Likewise.</param>
public sealed class LineVerdict(LineRules rules, TypedLine typed, EntryLight light, IReadOnlyList<EntryFinding> findings)
{
    private bool isUnfinished;

    public EntryLight Light { get; private set; } = light;

    /// <summary>Of what is typed, when it is fit to be stored.</summary>
    public IReadOnlyList<EntryFinding> Findings { get; private set; } = findings;

    /// <summary>Chinese: why the row is not saved; null when it is.</summary>
    public string? Fault { get; set; }

    /// <summary>
    /// The field whose number, still to come, may put right what is wrong between the numbers; null when nothing is, or when the clerk
    /// has left it. Until then nothing is called wrong and nothing stored.
    /// </summary>
    public EntryField? Awaited { get; private set; }

    /// <summary>What the row says, as it would be stored.</summary>
    public Statement Content => typed.StatementWith(Findings);

    /// <summary>Checks and rates what is typed.</summary>
    /// <param name="isApproved">审核通过.</param>
    /// <param name="isUnfinished">The clerk is on the way to the row's other numbers; null for as before.</param>
    public void Check(bool isApproved, bool? isUnfinished)
    {
        this.isUnfinished = isUnfinished ?? this.isUnfinished;
        var content = Content;
        var errors = Errors(content.Inputs);
        foreach (var field in typed.Fields)
        {
            field.Check(typed.IsNotApplicable ? [] : errors, rules.Checks);
        }

        Fault = typed.FaultIn(content);
        if (Fault is null && Awaited is null)
        {
            Rate(isApproved);
        }
        else
        {
            Light = EntryLight.Unknown;
            Findings = [];
        }
    }

    /// <summary>Rates what is right.</summary>
    /// <param name="isApproved">审核通过.</param>
    public void Rate(bool isApproved)
    {
        var figure = Content.ToFigure(isApproved);
        Light = rules.LightOf(figure);
        Findings = rules.FindingsOf(figure, typed.Explanations.Given);
        Fault = typed.FaultInExplanations(Findings);
    }

    private IReadOnlyList<Finding> Errors(ReportedInputs inputs)
    {
        var errors = ValueChecks.Errors(rules.Indicator, inputs);
        Awaited = isUnfinished && errors.Count > 0 && ValueChecks.FieldErrors(rules.Indicator, inputs).Count == 0 ? typed.Fields[^1] : null;
        return Awaited is null ? errors : [];
    }
}
