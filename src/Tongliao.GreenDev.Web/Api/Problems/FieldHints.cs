namespace Tongliao.GreenDev.Web.Api.Problems;

/// <summary>What a field takes, for a value of another kind. Numbers of values are not here: they are read with messages of their own.</summary>
internal static class FieldHints
{
    private static readonly Dictionary<string, string> Hints = new(StringComparer.Ordinal)
    {
        ["version"] = "请填整数，即读取时得到的版本号；从未填写过的填0。",
        ["versions"] = "请写成{\"指标序号\":版本号}，例如{\"2\":5}，版本号为整数。",
        ["days"] = "请填整数，即有效天数。",
        ["operationId"] = "请填UUID，例如0192f3a1-7c1e-7b42-9d55-2f6a3c8e1b70。",
        ["due"] = "请填日期，例如2025-10-15。",
        ["effectiveFrom"] = "请填日期，例如2024-01-01。",
        ["indicator"] = "请填整数，即方案附件中的指标序号，例如2。",
        ["indicators"] = "请填指标序号的数组，例如[2,5]；全部指标填null。",
        ["inputs"] = "请写成{\"numerator\":数字,\"denominator\":数字}的形式，字段名见接口文档。",
        ["explanations"] = "请写成[{\"finding\":\"问题的key\",\"text\":\"说明\"}]的形式。",
        ["regionTarget"] = "请写成{\"年份\":目标值}，例如{\"2024\":6}。",
    };

    public static string For(string field)
    {
        // Of inputs.nominator the last part is unknown, whatever inputs takes; of indicators[0] the part before the bracket counts.
        var last = field[(field.LastIndexOf('.') + 1)..].Split('[')[0];
        return !Hints.TryGetValue(last, out var hint)
            ? "没有这个字段、字段重复，或内容的类型不对（文字须加引号，不能含控制字符），请对照接口文档。"
            : hint;
    }
}
