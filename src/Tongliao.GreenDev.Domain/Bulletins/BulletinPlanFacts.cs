namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>What a bulletin says of the plan and the quarter as a whole.</summary>
internal static class BulletinPlanFacts
{
    public static readonly Dictionary<string, Func<BulletinData, string>> All = new(StringComparer.Ordinal)
    {
        ["指标数"] = data => BulletinWords.Items(data.Plan.Indicators.Count),
        ["单位数"] = data => BulletinWords.Counted(data.Plan.Units.Count, "个"),
        ["数据状况"] = Standing,
    };

    private static string Standing(BulletinData data) =>
        (data.IsProvisional ? "数据尚未全部审核通过，未审核的暂按上报数计" : "所列数据均已审核通过")
        + (data.IsDemo ? "；所列数据为演示数据，非真实上报" : "");
}
