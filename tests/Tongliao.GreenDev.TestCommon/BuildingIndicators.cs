using Tongliao.GreenDev.Domain.Plans;
using static Tongliao.GreenDev.TestCommon.IndicatorParts;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>Indicators 12–21 of the annex; see <see cref="UrbanIndicators"/>.</summary>
internal static class BuildingIndicators
{
    internal static IReadOnlyList<Indicator> All { get; } =
    [
        new()
        {
            Number = 12, Name = "建制镇建成生活污水处理设施的比率逐年递增", ShortName = "建制镇建成生活污水处理设施的比率逐年递增",
            TaskNumber = 7, TaskPhrase = "全市建制镇建成生活污水处理设施的比率逐年递增10%以上",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["xiangcun", "shengtai"],
            Annex = new("市住建局", "市乡村振兴局\n市生态环境局", ["30%", "逐年递增10%"]),
            Scope = new("建制镇", "全市建制镇"), PeriodBasis = "期末存量；2025年另比上年末",
            Kind = MeasureKind.StockRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("已建成生活污水处理设施的建制镇数", "个", "建制镇总数", "个"),
            Targets =
            [
                Target(2024, 30m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 10m, Comparison.AtLeast, TargetBasis.Increase, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 3m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(0m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = true, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = ["xiangcun"], OnlyInTask = ["ziran", "shuiwu", "fagai"],
        },
        new()
        {
            Number = 13, Name = "生活垃圾无害化处理率", ShortName = "生活垃圾无害化处理率",
            TaskNumber = 8, TaskPhrase = "城镇生活垃圾无害化处理率达到100%",
            LeadDepartmentId = "zonghe_zhifa", CooperatingDepartmentIds = ["shengtai"],
            Annex = new("市综合\n执法局", "市生态环境局", ["100%", "100%"]),
            Scope = new("未写范围", "城镇"), PeriodBasis = "年初至今累计",
            Kind = MeasureKind.FlowRatio, Unit = "%", DisplayDecimals = 2,
            Inputs = Fraction("生活垃圾无害化处理量", "万吨", "生活垃圾产生量", "万吨"),
            Targets =
            [
                Target(2024, 100m, Comparison.AtLeast, TargetBasis.Level, "="),
                Target(2025, 100m, Comparison.AtLeast, TargetBasis.Level, "="),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 1m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(90m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["zhujian", "fagai", "nongmu", "xiangcun", "caizheng", "ziran", "tax"],
        },
        new()
        {
            Number = 14, Name = "城市内涝积水点消除比例", ShortName = "城市内涝积水点消除比例",
            TaskNumber = 9, TaskPhrase = "市中心城区内涝积水点消除比例达到100%",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["yingji", "fagai", "ziran", "xiaofang"],
            Annex = new("市住建局", "市应急局\n市发展改革委\n市自然资源局\n市消防救援支队", ["50%", "100%"]),
            Scope = new("城市", "市中心城区"), PeriodBasis = "累计消除进度(对固定台账)",
            Kind = MeasureKind.StockRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("已消除的内涝积水点数", "个", "台账内涝积水点总数", "个"),
            Targets =
            [
                Target(2024, 50m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 100m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 10m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.CentralUrban,
            HardRange = new(0m, 100m), SoftRange = new(0m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = true, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["jiaotong"],
        },
        new()
        {
            Number = 15, Name = "超低能耗建筑试点示范", ShortName = "超低能耗建筑试点示范",
            TaskNumber = 10, TaskPhrase = "全市开展超低能耗建筑试点示范力争达到5万平方米",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["fagai", "xingzheng_shenpi"],
            Annex = new("市住建局", "市发展改革委\n市行政审批局", ["4.2万\n平方米", "5万\n平方米"]),
            Scope = new("未写范围", "全市"), PeriodBasis = "截至期末累计",
            Kind = MeasureKind.Sum, Unit = "万平方米", DisplayDecimals = 2,
            Inputs = Amount("本年累计新增超低能耗建筑试点示范项目建筑面积"),
            Targets =
            [
                Target(2024, 4.2m, Comparison.AtLeast, TargetBasis.Cumulative, "≥"),
                Target(2025, 5m, Comparison.AtLeast, TargetBasis.Cumulative, "≥"),
            ],
            Tolerance = new(ToleranceKind.ShareOfTarget, 10m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(0m, 20m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = true,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["jiguan_shiwu"],
        },
        new()
        {
            Number = 16, Name = "既有居住建筑节能改造面积", ShortName = "既有居住建筑节能改造面积",
            TaskNumber = 10, TaskPhrase = "全市完成既有居住建筑节能改造60万平方米",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["fagai", "xingzheng_shenpi", "caizheng"],
            Annex = new("市住建局", "市发展改革委\n市行政审批局\n市财政局", ["20万\n平方米", "60万平方米（2023-2025年）"]),
            Scope = new("未写范围", "全市(城镇既有居住建筑)"), PeriodBasis = "2024年=当年完成(默认)；2025年=2023—2025年三年累计",
            Kind = MeasureKind.Sum, Unit = "万平方米", DisplayDecimals = 2,
            Inputs = Amount("本年累计完成节能改造的既有居住建筑面积"),
            Targets =
            [
                Target(2024, 20m, Comparison.AtLeast, TargetBasis.YearAmount, "≥"),
                Target(2025, 60m, Comparison.AtLeast, TargetBasis.Window, "≥", windowStartYear: 2023),
            ],
            Tolerance = new(ToleranceKind.ShareOfTarget, 10m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 500m), SoftRange = new(0m, 100m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = true,
            DefinitionSource = "", Notes = [], OnlyInAnnex = ["caizheng"], OnlyInTask = ["jiguan_shiwu"],
        },
        new()
        {
            Number = 17, Name = "城镇可再生能源在民用建筑中应用比例", ShortName = "城镇可再生能源在民用建筑中应用比例",
            TaskNumber = 11, TaskPhrase = "全市城镇可再生能源在民用建筑中应用比例达到30%",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["nengyuan", "fagai", "ziran", "xingzheng_shenpi"],
            Annex = new("市住建局", "市能源局\n市发展改革委\n市自然资源局\n市行政审批局", ["30%", "30%"]),
            Scope = new("城镇", "全市城镇"), PeriodBasis = "年初至今累计(默认按新建民用建筑)",
            Kind = MeasureKind.FlowRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("应用可再生能源的新建民用建筑面积", "万平方米", "新建民用建筑面积", "万平方米"),
            Targets =
            [
                Target(2024, 30m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 30m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 5m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(0m, 100m),
            ZeroOverZeroIsNotApplicable = true, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["gongxin", "jiaoyu", "weijian", "wenlv", "keji", "jiguan_shiwu", "kexie"],
        },
        new()
        {
            Number = 18, Name = "城镇星级绿色建筑占新建建筑比例", ShortName = "城镇星级绿色建筑占新建建筑比例",
            TaskNumber = 12, TaskPhrase = "全市城镇星级绿色建筑占新建建筑比例突破30%",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["ziran", "xingzheng_shenpi"],
            Annex = new("市住建局", "市自然资源局\n市行政审批局", ["30%", "30%"]),
            Scope = new("城镇", "全市城镇"), PeriodBasis = "年初至今累计",
            Kind = MeasureKind.FlowRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("当年新建星级绿色建筑面积", "万平方米", "当年城镇新建建筑面积", "万平方米"),
            Targets =
            [
                Target(2024, 30m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 30m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 5m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(0m, 100m),
            ZeroOverZeroIsNotApplicable = true, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = true, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["jiguan_shiwu"],
        },
        new()
        {
            Number = 19, Name = "城镇装配式建筑占当年新建建筑面积的比例", ShortName = "城镇装配式建筑占当年新建建筑面积的比例",
            TaskNumber = 13, TaskPhrase = "全市城镇装配式建筑占当年新建建筑面积的比例力争达到30%以上",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["fagai", "ziran", "xingzheng_shenpi"],
            Annex = new("市住建局", "市发展改革委\n市自然资源局\n市行政审批局", ["25%", "30%"]),
            Scope = new("城镇", "全市城镇"), PeriodBasis = "年初至今累计，每年1月1日清零",
            Kind = MeasureKind.FlowRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("当年新开工装配式建筑面积", "万平方米", "当年新建建筑面积", "万平方米"),
            Targets =
            [
                Target(2024, 25m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 30m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 5m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(0m, 100m),
            ZeroOverZeroIsNotApplicable = true, NeverFalls = false, IsAspirational = true,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["gongxin", "jiaoyu", "weijian"],
        },
        new()
        {
            Number = 20, Name = "城镇绿色建材推广面积", ShortName = "城镇绿色建材推广面积",
            TaskNumber = 14, TaskPhrase = "全市城镇绿色建材推广面积达到100万平方米",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["shichang_jianguan", "gongxin", "caizheng"],
            Annex = new("市住建局", "市市场监管局\n市工信局\n市财政局", ["60万平方米", "100万平方米"]),
            Scope = new("城镇", "全市城镇"), PeriodBasis = "截至期末累计(默认)",
            Kind = MeasureKind.Sum, Unit = "万平方米", DisplayDecimals = 2,
            Inputs = Amount("本年累计应用绿色建材的建筑面积"),
            Targets =
            [
                Target(2024, 60m, Comparison.AtLeast, TargetBasis.Cumulative, "≥"),
                Target(2025, 100m, Comparison.AtLeast, TargetBasis.Cumulative, "≥"),
            ],
            Tolerance = new(ToleranceKind.ShareOfTarget, 10m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 1000m), SoftRange = new(0m, 300m),
            ZeroOverZeroIsNotApplicable = false, NeverFalls = false, IsAspirational = false,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = [],
        },
        new()
        {
            Number = 21, Name = "城镇建筑保温结构一体化项目占比", ShortName = "城镇建筑保温结构一体化项目占比",
            TaskNumber = 14, TaskPhrase = "全市城镇建筑保温结构一体化项目占比力争达到30%以上",
            LeadDepartmentId = "zhujian", CooperatingDepartmentIds = ["shichang_jianguan", "caizheng"],
            Annex = new("市住建局", "市市场监管局\n市财政局", ["15%", "30%"]),
            Scope = new("城镇", "全市城镇"), PeriodBasis = "年初至今累计",
            Kind = MeasureKind.FlowRatio, Unit = "%", DisplayDecimals = 1,
            Inputs = Fraction("采用保温结构一体化技术的新建项目建筑面积", "万平方米", "当年新建项目建筑面积", "万平方米"),
            Targets =
            [
                Target(2024, 15m, Comparison.AtLeast, TargetBasis.Level, "≥"),
                Target(2025, 30m, Comparison.AtLeast, TargetBasis.Level, "≥"),
            ],
            Tolerance = new(ToleranceKind.PercentagePoints, 5m), ProgressCurve = BuildingSeason,
            CityScope = CityScope.AllUnits,
            HardRange = new(0m, 100m), SoftRange = new(0m, 100m),
            ZeroOverZeroIsNotApplicable = true, NeverFalls = false, IsAspirational = true,
            TextAsksForMore = false, BaselineRequired = false,
            DefinitionSource = "", Notes = [], OnlyInAnnex = [], OnlyInTask = ["gongxin"],
        },
    ];
}
