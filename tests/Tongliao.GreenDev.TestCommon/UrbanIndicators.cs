using Tongliao.GreenDev.Domain.Plans;
using static Tongliao.GreenDev.TestCommon.IndicatorParts;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>Indicators 1–11 of the annex, written down a second time so that a wrong plan file cannot agree with itself.</summary>
internal static class UrbanIndicators
{
    internal static IReadOnlyList<Indicator> All { get; } =
    [
        new()
        {
            Number = 1, Name = "城市建成区可渗透面积占比", ShortName = "城市建成区可渗透面积占比",
            TaskNumber = 2, TaskPhrase = "市中心城区建成区可渗透面积占比达到40%",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["ziran"],
            Annex = new("市住建局", "市自然资源局", ["40%", "40%"]),
            Scope = new("城市建成区", "市中心城区建成区"), PeriodBasis = "期末存量(遥感/体检口径，实际按年更新)",
            Kind = MeasureKind.StockRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("建成区内具有渗透能力的地表面积", "平方公里", "建成区面积", "平方公里"),
            Targets =
            [
                Target(2024, 40m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 40m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 1m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.CentralUrban,
            HardRange = new(0m, 100m), SoftRange = new(20m, 70m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["shengtai", "fagai", "jiaoyu", "minzheng", "weijian", "wenlv", "tiyu", "lincao", "canlian"],
        },
        new()
        {
            Number = 2, Name = "农村牧区生活污水治理率", ShortName = "农村牧区生活污水治理率",
            TaskNumber = 4, TaskPhrase = "全市农村牧区生活污水治理率达到25%",
            LeadDepartmentId = "shengtai", CooperatingDepartmentIds = ["zhujian", "xiangcun", "nongmu"],
            Annex = new("市生态\n环境局", "市住建局\n市乡村振兴局\n市农牧局", ["25%", "25%"]),
            Scope = new("农村牧区", "全市农村牧区"), PeriodBasis = "期末存量",
            Kind = MeasureKind.StockRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("完成生活污水治理的行政村（嘎查村）数", "个", "行政村（嘎查村）总数", "个"),
            Targets =
            [
                Target(2024, 25m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 25m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 1m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(5m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = true, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["ziran", "wenlv"],
        },
        new()
        {
            Number = 3, Name = "农村牧区生活垃圾收运处置体系覆盖率", ShortName = "农村牧区生活垃圾收运处置体系覆盖率",
            TaskNumber = 8, TaskPhrase = "农村牧区生活垃圾收运处置体系力争覆盖60%以上的行政村",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["nongmu", "xiangcun", "shengtai"],
            Annex = new("市住建局", "市农牧局\n市乡村振兴局\n市生态环境局", ["58%", "60%"]),
            Scope = new("农村牧区", "农村牧区(行政村)"), PeriodBasis = "期末存量",
            Kind = MeasureKind.StockRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("生活垃圾收运处置体系覆盖的行政村（嘎查村）数", "个", "行政村（嘎查村）总数", "个"),
            Targets =
            [
                Target(2024, 58m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 60m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 2m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(30m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = true, IsAspirational = true,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["zonghe_zhifa", "fagai", "caizheng", "ziran", "tax"],
        },
        new()
        {
            Number = 4, Name = "城镇建成区路网密度", ShortName = "城镇建成区路网密度",
            TaskNumber = 5, TaskPhrase = "全市城镇建成区路网密度力争达到8.2公里/平方公里以上",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["jiaotong", "fagai", "ziran"],
            Annex = new("市住建局", "市交通局\n市发展改革委\n市自然资源局", ["8.1公里/平方公里", "8.2公里/平方公里"]),
            Scope = new("城镇建成区", "全市城镇建成区"), PeriodBasis = "期末存量",
            Kind = MeasureKind.StockRatio, Unit = "公里/平方公里", DisplayDecimals = 2,
            Inputs = Fraction("建成区内城市道路长度", "公里", "建成区面积", "平方公里"),
            Targets =
            [
                Target(2024, 8.1m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 8.2m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.Absolute, 0.2m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 30m), SoftRange = new(3m, 15m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = true,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["nengyuan", "gongan", "zonghe_zhifa"],
        },
        new()
        {
            Number = 5, Name = "城镇燃气普及率", ShortName = "城镇燃气普及率",
            TaskNumber = 6, TaskPhrase = "城镇燃气普及率达到98%",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = [],
            Annex = new("市住建局", "/", ["97.8%", "98%"]),
            Scope = new("城镇", "城镇"), PeriodBasis = "期末存量",
            Kind = MeasureKind.StockRatio, Unit = "%", DisplayDecimals = 2,
            Inputs = Fraction("城区（县城）用气人口", "万人", "城区（县城）人口与暂住人口合计", "万人"),
            Targets =
            [
                Target(2024, 97.8m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 98m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 0.5m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(80m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["nengyuan", "caizheng", "shengtai", "fagai", "guowang"],
        },
        new()
        {
            Number = 6, Name = "城镇清洁能源取暖率", ShortName = "城镇清洁能源取暖率",
            TaskNumber = 6, TaskPhrase = "全市城镇清洁能源取暖率达到93%以上",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["nengyuan", "caizheng", "shengtai"],
            Annex = new("市住建局", "市能源局\n市财政局\n市生态环境局", ["92%", "93%"]),
            Scope = new("城镇", "全市城镇"), PeriodBasis = "采暖期存量(仅采暖季更新)",
            Kind = MeasureKind.StockRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("城镇清洁取暖面积", "万平方米", "城镇取暖总面积", "万平方米"),
            Targets =
            [
                Target(2024, 92m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 93m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 2m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(50m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["fagai", "guowang"],
        },
        new()
        {
            Number = 7, Name = "城镇用水普及率", ShortName = "城镇用水普及率",
            TaskNumber = 7, TaskPhrase = "城镇用水普及率超过99%",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["ziran", "fagai"],
            Annex = new("市住建局", "市自然资源局\n市发展改革委", [">99%", ">99%"]),
            Scope = new("城镇", "城镇"), PeriodBasis = "期末存量",
            Kind = MeasureKind.StockRatio, Unit = "%", DisplayDecimals = 2,
            Inputs = Fraction("城区（县城）用水人口", "万人", "城区（县城）人口与暂住人口合计", "万人"),
            Targets =
            [
                Target(2024, 99m, Comparison.MoreThan, TargetBasis.Level, ">"),
                Target(2025, 99m, Comparison.MoreThan, TargetBasis.Level, ">"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 0.5m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(90m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["shuiwu", "shengtai"],
        },
        new()
        {
            Number = 8, Name = "城市供水管网漏损率", ShortName = "城市供水管网漏损率",
            TaskNumber = 7, TaskPhrase = "市中心城区公共供水管网漏损率力争控制在9%以内",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["fagai"],
            Annex = new("市住建局", "市发展改革委", ["10%", "9%"]),
            Scope = new("城市", "市中心城区"), PeriodBasis = "CJJ 92规定按年度确定；季度用年初至今累计并标注「季度值仅供监测」",
            Kind = MeasureKind.WaterLoss, Unit = "%", DisplayDecimals = 2,
            Inputs = WaterVolumes(),
            Targets =
            [
                Target(2024, 10m, Comparison.AtMost, TargetBasis.Level, "≤"),
                Target(2025, 9m, Comparison.AtMost, TargetBasis.Level, "≤"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 1m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.CentralUrban,
            HardRange = new(0m, 100m), SoftRange = new(3m, 30m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = true,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["ziran", "shuiwu", "shengtai"],
        },
        new()
        {
            Number = 9, Name = "市中心城区再生水回用率", ShortName = "市中心城区再生水回用率",
            TaskNumber = 7, TaskPhrase = "市中心城区再生水回用率不低于35%",
            LeadDepartmentId = "shuiwu", CooperatingDepartmentIds = ["zhujian", "ziran", "fagai", "shengtai", "gongxin"],
            Annex = new("市水务局", "市住建局\n市自然资源局\n市发展改革委\n市生态环境局\n市工信局", ["30%", "35%"]),
            Scope = new("市中心城区", "市中心城区"), PeriodBasis = "年初至今累计",
            Kind = MeasureKind.FlowRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("再生水利用量", "万立方米", "污水处理总量", "万立方米"),
            Targets =
            [
                Target(2024, 30m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 35m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 3m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.CentralUrban,
            HardRange = new(0m, 100m), SoftRange = new(0m, 80m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = ["gongxin"], OnlyInTask = [],
        },
        new()
        {
            Number = 10, Name = "城镇污水处理率", ShortName = "城镇污水处理率",
            TaskNumber = 7, TaskPhrase = "城镇污水处理率达到95%以上",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["ziran", "shuiwu", "fagai", "shengtai"],
            Annex = new("市住建局", "市自然资源局\n市水务局\n市发展改革委\n市生态环境局", ["95%", "95%"]),
            Scope = new("城镇", "城镇"), PeriodBasis = "年初至今累计",
            Kind = MeasureKind.FlowRatio, Unit = "%", DisplayDecimals = 2,
            Inputs = Fraction("污水处理总量", "万立方米", "污水排放总量", "万立方米"),
            Targets =
            [
                Target(2024, 95m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 95m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 1m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(80m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = [],
        },
        new()
        {
            Number = 11, Name = "城市污泥无害化处置率", ShortName = "城市污泥无害化处置率",
            TaskNumber = 7, TaskPhrase = "城镇污泥无害化处置率达到90%以上",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["fagai", "shengtai", "zonghe_zhifa"],
            Annex = new("市住建局", "市发展改革委\n市生态环境局\n市综合执法局", ["90%\n（城镇）", "90%\n（城镇）"]),
            Scope = new("城市（单元格内注「城镇」）", "城镇"), PeriodBasis = "年初至今累计(跨期库存可致单季>100%，需说明)",
            Kind = MeasureKind.FlowRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("无害化处置污泥量", "吨", "污泥产生量", "吨"),
            Targets =
            [
                Target(2024, 90m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 90m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 3m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(50m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = ["zonghe_zhifa"], OnlyInTask = ["ziran", "shuiwu"],
        },
    ];
}
