using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>Names the kinds of commitment of a plan file.</summary>
public static class CommitmentWords
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["dated"] = "限时",
        ["dated_numeric"] = "限时、量化",
        ["dated_qualitative"] = "限时、定性",
        ["dated_relative_target"] = "限时、对比全区",
        ["dated_full_coverage"] = "限时、全覆盖",
        ["full_coverage_undated"] = "全覆盖、未写时限",
        ["numeric_limit"] = "数量上限",
        ["numeric_threshold"] = "数量界限",
        ["numeric_descriptor"] = "数量描述",
        ["standard_mandate"] = "执行标准",
        ["structural"] = "建设框架",
        ["periodic"] = "定期开展",
    };

    /// <summary>By when it is to be kept, and when it was, for example 2025-12-31前；2025-11-20兑现.</summary>
    public static string Standing(CommitmentLine line) => line.Last?.KeptOn is { } kept
        ? $"{line.Commitment.TermWord()}；{DateText.Display(kept)}兑现{(line.Commitment.DaysLate(kept) is var late and > 0 ? $"，晚{late}天" : "")}"
        : line.Commitment.TermWord();

    /// <summary>The Chinese word; a kind of another plan that has none is 其他.</summary>
    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind, "其他");
}
