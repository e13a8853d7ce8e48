using System.Globalization;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Tests.Export;

/// <summary>The annex typed in by hand, so that the export is compared with the print and not with the portal's own data.</summary>
internal static class SamplePlan
{
    public static readonly string[] TitleLines = ["《通辽市推动城乡建设绿色发展实施方案》", "2024—2025年主要量化指标明细表"];
    public const string Footer = "说明：各项量化指标均需各旗县市区人民政府、开发区管委会落实";

    public static readonly PrintedRow[] Rows =
    [
        new(1, "城市建成区可渗透面积占比", "市住建局", "市自然资源局", "40%", "40%", "%", 1),
        new(2, "农村牧区生活污水治理率", "市生态\n环境局", "市住建局\n市乡村振兴局\n市农牧局", "25%", "25%", "%", 1),
        new(3, "农村牧区生活垃圾收运处置体系覆盖率", "市住建局", "市农牧局\n市乡村振兴局\n市生态环境局", "58%", "60%", "%", 1),
        new(4, "城镇建成区路网密度", "市住建局", "市交通局\n市发展改革委\n市自然资源局", "8.1公里/平方公里", "8.2公里/平方公里", "公里/平方公里", 2),
        new(5, "城镇燃气普及率", "市住建局", "/", "97.8%", "98%", "%", 2),
        new(6, "城镇清洁能源取暖率", "市住建局", "市能源局\n市财政局\n市生态环境局", "92%", "93%", "%", 1),
        new(7, "城镇用水普及率", "市住建局", "市自然资源局\n市发展改革委", ">99%", ">99%", "%", 2),
        new(8, "城市供水管网漏损率", "市住建局", "市发展改革委", "10%", "9%", "%", 2),
        new(9, "市中心城区再生水回用率", "市水务局", "市住建局\n市自然资源局\n市发展改革委\n市生态环境局\n市工信局", "30%", "35%", "%", 1),
        new(10, "城镇污水处理率", "市住建局", "市自然资源局\n市水务局\n市发展改革委\n市生态环境局", "95%", "95%", "%", 2),
        new(11, "城市污泥无害化处置率", "市住建局", "市发展改革委\n市生态环境局\n市综合执法局", "90%\n（城镇）", "90%\n（城镇）", "%", 1),
        new(12, "建制镇建成生活污水处理设施的比率逐年递增", "市住建局", "市乡村振兴局\n市生态环境局", "30%", "逐年递增10%", "%", 1),
        new(13, "生活垃圾无害化处理率", "市综合\n执法局", "市生态环境局", "100%", "100%", "%", 2),
        new(14, "城市内涝积水点消除比例", "市住建局", "市应急局\n市发展改革委\n市自然资源局\n市消防救援支队", "50%", "100%", "%", 1),
        new(15, "超低能耗建筑试点示范", "市住建局", "市发展改革委\n市行政审批局", "4.2万\n平方米", "5万\n平方米", "万平方米", 2),
        new(16, "既有居住建筑节能改造面积", "市住建局", "市发展改革委\n市行政审批局\n市财政局", "20万\n平方米", "60万平方米（2023-2025年）", "万平方米", 2),
        new(17, "城镇可再生能源在民用建筑中应用比例", "市住建局", "市能源局\n市发展改革委\n市自然资源局\n市行政审批局", "30%", "30%", "%", 1),
        new(18, "城镇星级绿色建筑占新建建筑比例", "市住建局", "市自然资源局\n市行政审批局", "30%", "30%", "%", 1),
        new(19, "城镇装配式建筑占当年新建建筑面积的比例", "市住建局", "市发展改革委\n市自然资源局\n市行政审批局", "25%", "30%", "%", 1),
        new(20, "城镇绿色建材推广面积", "市住建局", "市市场监管局\n市工信局\n市财政局", "60万平方米", "100万平方米", "万平方米", 2),
        new(21, "城镇建筑保温结构一体化项目占比", "市住建局", "市市场监管局\n市财政局", "15%", "30%", "%", 1),
    ];

    private static readonly (string Code, string Name)[] Units =
    [
        ("150502", "科尔沁区"), ("150521", "科左中旗"), ("150522", "科左后旗"), ("150523", "开鲁县"), ("150524", "库伦旗"),
        ("150525", "奈曼旗"), ("150526", "扎鲁特旗"), ("150581", "霍林郭勒市"), ("150571", "开发区"),
    ];

    public static Plan Create(IReadOnlyList<PrintedRow>? rows = null, Annex? annex = null) => new()
    {
        Key = "sample",
        Title = "通辽市推动城乡建设绿色发展实施方案",
        DocumentNumber = "通政办发〔2023〕63号",
        IssuedOn = new DateOnly(2023, 11, 4),
        Issuer = "通辽市人民政府办公室",
        FirstYear = 2024,
        LastYear = 2025,
        FullText = "",
        Annex = annex ?? new Annex(TitleLines, ["序号", "牵头部门", "配合部门", "指标内容", "2024年预期指标", "2025年指标"], Footer),
        Sections = [],
        Tasks = [],
        Indicators = [.. (rows ?? Rows).Select(IndicatorOf)],
        Commitments = [],
        Quantities = [],
        OpenQuestions = [],
        Regions = new UnitTree([UnitOf("150500", "全市", 0), .. Units.Select((unit, i) => UnitOf(unit.Code, unit.Name, i + 1))]),
        Departments = [],
    };

    private static ReportingUnit UnitOf(string code, string name, int order) => new()
    {
        Code = code,
        CodeSystem = "GB/T 2260",
        Name = name,
        ShortName = name,
        ReportingBody = name,
        Type = "",
        Order = order,
        ParentCode = order == 0 ? null : "150500",
        Sets = code is "150502" or "150571" ? [UnitSet.CentralUrban] : [],
    };

    private static Indicator IndicatorOf(PrintedRow row) => new()
    {
        Number = row.Number,
        Name = row.Name,
        ShortName = row.Name,
        TaskNumber = 1,
        TaskPhrase = "",
        LeadDepartmentId = "",
        CooperatingDepartmentIds = [],
        Annex = new AnnexRow(row.Lead, row.Cooperating, [row.Target2024, row.Target2025]),
        Kind = KindOf(row.Number),
        Unit = row.Unit,
        DisplayDecimals = row.Decimals,
        Inputs = FieldsOf(KindOf(row.Number)),
        Targets = [TargetOf(row, 2024, row.Target2024), TargetOf(row, 2025, row.Target2025)],
        Tolerance = KindOf(row.Number) == MeasureKind.Sum ? new Tolerance(ToleranceKind.ShareOfTarget, 10) : new Tolerance(ToleranceKind.PercentagePoints, 1),
        ProgressCurve = [0.05m, 0.40m, 0.80m, 1m],
        CityScope = row.Number is 1 or 8 or 9 or 14 ? CityScope.CentralUrban : CityScope.AllUnits,
        Scope = new ScopeText("", ""),
        PeriodBasis = "",
        DefinitionSource = "",
        HardRange = new ValueRange(0, 1000),
        SoftRange = new ValueRange(0, 1000),
        ZeroOverZeroIsNotApplicable = row.Number is 17 or 18 or 19 or 21,
        NeverFalls = false,
        IsAspirational = row.Number is 15 or 19,
        TextAsksForMore = row.Number == 18,
        BaselineRequired = row.Number == 16,
        Notes = [],
        OnlyInAnnex = [],
        OnlyInTask = [],
    };

    private static MeasureKind KindOf(int number) => number switch
    {
        8 => MeasureKind.WaterLoss,
        15 or 16 or 20 => MeasureKind.Sum,
        9 or 10 or 11 or 13 or 17 or 18 or 19 or 21 => MeasureKind.FlowRatio,
        _ => MeasureKind.StockRatio,
    };

    private static InputField[] FieldsOf(MeasureKind kind)
    {
        InputKey[] keys = kind switch
        {
            MeasureKind.WaterLoss => [InputKey.Supplied, InputKey.Billed, InputKey.Correction],
            MeasureKind.Sum => [InputKey.Amount],
            MeasureKind.StockRatio or MeasureKind.FlowRatio => [InputKey.Numerator, InputKey.Denominator],
        };
        return [.. keys.Select(key => new InputField(key, key.ToString(), "", "", IsCount: false))];
    }

    private static IndicatorTarget TargetOf(PrintedRow row, int year, string printed)
    {
        var digits = string.Concat(printed.TrimStart('>', '逐', '年', '递', '增').TakeWhile(c => char.IsAsciiDigit(c) || c == '.'));
        var comparison = row.Number switch { 7 => Comparison.MoreThan, 8 => Comparison.AtMost, _ => Comparison.AtLeast };
        var basis = (row.Number, year) switch
        {
            (12, 2025) => TargetBasis.Increase,
            (16, 2024) => TargetBasis.YearAmount,
            (16, 2025) => TargetBasis.Window,
            (15 or 20, _) => TargetBasis.Cumulative,
            _ => TargetBasis.Level,
        };
        var sign = row.Number switch { 7 => ">", 8 => "≤", 13 => "=", _ => "≥" };
        return new IndicatorTarget(
            year, decimal.Parse(digits, CultureInfo.InvariantCulture), comparison, basis, basis == TargetBasis.Window ? 2023 : null, sign);
    }
}

/// <summary>A row of the annex as printed, with the unit of its values.</summary>
internal sealed record PrintedRow(
    int Number, string Name, string Lead, string Cooperating, string Target2024, string Target2025, string Unit, int Decimals);
