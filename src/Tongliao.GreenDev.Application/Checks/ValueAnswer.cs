using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>A 说明 with the question that it answers, as it travels with its value to whoever reads it.</summary>
/// <param name="UnitCode">Whose value.</param>
/// <param name="IndicatorNumber">Of which indicator.</param>
/// <param name="Rule">Number of the rule that asked.</param>
/// <param name="Code">Code of the rule.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Text">The answer.</param>
public sealed record ValueAnswer(string UnitCode, int IndicatorNumber, string Rule, string Code, string Question, string Text)
{
    /// <summary>整改措施 for a red value, 说明 for everything else.</summary>
    public string Label => LabelOf(Code);

    /// <summary>In one line.</summary>
    public string Words => $"{Label}：{Text}（答{Rule}：{Question}）";

    /// <summary>What an answer to a rule is called.</summary>
    public static string LabelOf(string code) => code == CheckCode.NoRemedy.Name ? "整改措施" : "说明";
}
