using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>What a bulletin says of one unit, or of a whole with all units below it.</summary>
internal static class BulletinUnitFacts
{
    private const int MostWorst = 5;

    private static readonly RagStatus[] Compared = [RagStatus.Green, RagStatus.Amber, RagStatus.Red];

    public static readonly Dictionary<string, (BulletinTopic Topic, Func<BulletinData, ReportingUnit, string> Text)> All = new(StringComparer.Ordinal)
    {
        ["达标"] = (BulletinTopic.Dashboard, (data, unit) => Count(data, unit, RagStatus.Green)),
        ["预警"] = (BulletinTopic.Dashboard, (data, unit) => Count(data, unit, RagStatus.Amber)),
        ["滞后"] = (BulletinTopic.Dashboard, (data, unit) => Count(data, unit, RagStatus.Red)),
        ["认可偏差"] = (BulletinTopic.Dashboard, (data, unit) => Count(data, unit, RagStatus.Accepted)),
        ["未判定"] = (BulletinTopic.Dashboard, (data, unit) => BulletinWords.Items(Lights(data, unit).WithoutLight)),
        ["达标项"] = (BulletinTopic.Dashboard, (data, unit) => Names(data, unit, state => state == RagStatus.Green)),
        ["预警项"] = (BulletinTopic.Dashboard, (data, unit) => Names(data, unit, state => state == RagStatus.Amber)),
        ["滞后项"] = (BulletinTopic.Dashboard, (data, unit) => Names(data, unit, state => state == RagStatus.Red)),
        ["未判定项"] = (BulletinTopic.Dashboard, (data, unit) => Names(data, unit, state => !state.IsJudged())),
        ["较上季度"] = (BulletinTopic.Dashboard, Change),
        ["滞后较多单位"] = (BulletinTopic.Dashboard, Worst),
        ["应报数"] = (BulletinTopic.Dashboard, (data, unit) => BulletinWords.Items(Progress(data, unit).Sum(one => one.Total))),
        ["已报数"] = (BulletinTopic.Dashboard, (data, unit) => BulletinWords.Items(Progress(data, unit).Sum(one => one.ReachedCity))),
        ["上报率"] = (BulletinTopic.Dashboard, (data, unit) => BulletinWords.Share(Progress(data, unit).Sum(one => one.ReachedCity), Progress(data, unit).Sum(one => one.Total))),
        ["未按时报送单位"] = (BulletinTopic.Dashboard, (data, unit) => BulletinWords.List([.. Progress(data, unit).Where(one => one.IsLate).Select(one => one.Unit.ShortName)], "个单位")),
        ["未报齐单位"] = (BulletinTopic.Dashboard, (data, unit) => BulletinWords.List([.. Progress(data, unit).Where(one => !one.HasAllReached).Select(one => one.Unit.ShortName)], "个单位")),
        ["整改事项"] = (BulletinTopic.Rectifications, (data, unit) => Rectifications(data, unit, _ => true)),
        ["逾期整改"] = (BulletinTopic.Rectifications, (data, unit) => Rectifications(data, unit, state => state == RectificationState.Overdue)),
        ["待安排整改"] = (BulletinTopic.Rectifications, (data, unit) => Rectifications(data, unit, state => state == RectificationState.Unarranged)),
        ["逾期整改单位"] = (BulletinTopic.Rectifications, Overdue),
    };

    private static QuarterLights Lights(BulletinData data, ReportingUnit unit) => new(data.Quarter, data.Of(unit).Select(rating => rating.State));

    private static string Count(BulletinData data, ReportingUnit unit, RagStatus state) => BulletinWords.Items(Lights(data, unit).Of(state));

    private static string Names(BulletinData data, ReportingUnit unit, Func<RagStatus, bool> isMeant) =>
        BulletinWords.List([.. data.Of(unit).Where(rating => isMeant(rating.State)).Select(rating => BulletinWords.Name(rating.Indicator))], "项");

    /// <summary>For example 达标增加2项、预警减少1项、滞后持平.</summary>
    private static string Change(BulletinData data, ReportingUnit unit)
    {
        var now = Lights(data, unit);
        return now.HasLights && data.Before.GetValueOrDefault(unit.Code) is { HasLights: true } before
            ? string.Join('、', Compared.Select(state => state.Word() + Moved(now.Of(state) - before.Of(state))))
            : "没有可比数据";

        static string Moved(int difference) => difference switch
        {
            > 0 => $"增加{BulletinWords.Items(difference)}",
            < 0 => $"减少{BulletinWords.Items(-difference)}",
            _ => "持平",
        };
    }

    /// <summary>For example 科尔沁区5项、奈曼旗3项.</summary>
    private static string Worst(BulletinData data, ReportingUnit unit)
    {
        var worst = unit.Reporting.Select(one => (one.ShortName, Red: Lights(data, one).Of(RagStatus.Red))).Where(one => one.Red > 0)
            .OrderByDescending(one => one.Red).Take(MostWorst).ToList();
        return worst.Count == 0 ? "无" : string.Join('、', worst.Select(one => one.ShortName + BulletinWords.Items(one.Red)));
    }

    private static IEnumerable<UnitProgress> Progress(BulletinData data, ReportingUnit unit) =>
        data.Progress.Units.Where(one => one.Unit.IsWithin(unit.Id));

    private static string Rectifications(BulletinData data, ReportingUnit unit, Func<RectificationState, bool> isMeant) =>
        BulletinWords.Items(data.Rectifications.Count(one => one.Unit.IsWithin(unit.Id) && isMeant(one.State)));

    private static string Overdue(BulletinData data, ReportingUnit unit) => BulletinWords.List(
        [
            .. data.Rectifications.Where(one => one.State == RectificationState.Overdue && one.Unit.IsWithin(unit.Id))
                .GroupBy(one => one.Unit).OrderBy(ofUnit => ofUnit.Key.Order).Select(ofUnit => ofUnit.Key.ShortName + BulletinWords.Items(ofUnit.Count())),
        ],
        "个单位");
}
