using System.Text.RegularExpressions;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>
/// Turns the words by which a screen names what an entry is about (<see cref="AuditSubject.Word"/>) back into patterns of what is
/// stored, so that the database can look for them.
/// </summary>
internal static partial class SubjectPatterns
{
    private static readonly (string Word, string Pattern)[] Kinds =
    [
        ("基数", "baseline %"), ("分解指标", "target %"), ("附件表", "annex %"), ("通报", "bulletin %"), ("账号", "user %"), ("未知登录名", "unknown-name %"),
        ("令牌", "token %"), ("地址", "address %"), ("方案", "plan %"), ("演示数据", "demo%"), ("工作日历", "calendar%"), ("判定规则", "rules%"), ("延期", "extension %"),
        ("任务", "task %"), ("进展", "task %"), ("附件外承诺", "commitment %"),
    ];

    /// <summary>For a word, each pattern by which it may be meant; the word itself is always one.</summary>
    public static string[] Of(Plan plan, string word)
    {
        var text = Escaped(word);
        return
        [
            $"%{text}%",
            .. plan.Units.Where(unit => Has(unit.ShortName, word) || Has(unit.Name, word)).Select(unit => $"% {Escaped(unit.Code)}/%"),
            .. Kinds.Where(kind => Has(kind.Word, word)).Select(kind => kind.Pattern),
            .. Quarters(word),
            .. Indicators(word),
        ];
    }

    /// <summary>What people type is text, not a pattern.</summary>
    public static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>A quarter, a whole year, or one quarter of every year.</summary>
    private static IEnumerable<string> Quarters(string word)
    {
        if (QuarterName().Match(word) is { Success: true } match)
        {
            var year = match.Groups["year"] is { Success: true } given ? given.Value : "____";
            var number = match.Groups["quarter"] is { Success: true } named ? $"{"一二三四".IndexOf(named.Value, StringComparison.Ordinal) + 1}" : "_";
            yield return $"%{year}Q{number}%";
        }
    }

    private static IEnumerable<string> Indicators(string word)
    {
        if (Item().Match(word) is { Success: true } item)
        {
            var number = item.Groups["number"].Value;
            return item.Groups["base"].Success ? [$"baseline %/{number}"] : [$"value %/{number}", $"baseline %/{number}", $"target %/{number}/%"];
        }

        return YearOfTarget().Match(word) is { Success: true } target ? [$"target %/{target.Groups["year"].Value}"] : [];
    }

    [GeneratedRegex("^(?<year>[0-9]{4})年$|^((?<year>[0-9]{4})年)?(?<quarter>[一二三四])季度$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex QuarterName();

    [GeneratedRegex("^第(?<number>[0-9]{1,3})项(?<base>基数)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex("^(?<year>[0-9]{4})年(分解指标)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearOfTarget();
}
