using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>A plan of a region, 12 leagues and 103 counties for 2026–2030, all made up, as its makers would write it to a file.</summary>
public static class RegionalPlanFile
{
    public const string Key = "regional-2026-7";
    public const string Region = "770000";
    public const int Leagues = 12;
    public const int Counties = 103;
    public const int FirstYear = 2026;
    public const int LastYear = 2030;

    /// <summary>How many indicators the first edition has; the longer one has one more.</summary>
    public const int Indicators = 10;

    private const string Document = "示区政办发〔2025〕7号";
    private const string TextName = "regional-plan-text.txt";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] TitleLines = ["示例自治区城乡建设绿色发展规划", "量化指标表"];

    private static readonly string[] Headers = ["序号", "牵头部门", "配合部门", "指标内容"];

    private static readonly (string Id, string Name)[] Departments =
        [("jianshe", "区住建厅"), ("huanjing", "区生态厅"), ("nengyuan", "区能源局"), ("jiaotong", "区交通厅")];

    private static readonly string[] Subjects =
        ["绿色建筑占比", "再生水利用率", "充电设施覆盖率", "慢行道密度", "节能改造面积", "垃圾分类覆盖率", "雨水管网改造面积", "绿道密度", "清洁取暖率", "装配式建筑占比", "公共机构光伏覆盖率"];

    public static string LeagueCode(int league) => string.Create(CultureInfo.InvariantCulture, $"77{league:00}00");

    /// <summary>Seven leagues have nine counties, five have eight.</summary>
    public static int CountiesOf(int league) => league <= 7 ? 9 : 8;

    public static string CountyCode(int league, int county) => string.Create(CultureInfo.InvariantCulture, $"77{league:00}{county:00}");

    public static IEnumerable<string> CountyCodes =>
        Enumerable.Range(1, Leagues).SelectMany(league => Enumerable.Range(1, CountiesOf(league)).Select(county => CountyCode(league, county)));

    /// <summary>Whether an indicator is a sum; the others are shares and densities.</summary>
    public static bool IsSum(int number) => number is 5 or 7;

    /// <summary>Writes the file, and its text beside it.</summary>
    /// <returns>Where it is.</returns>
    public static string WriteTo(string folder, int indicators = Indicators)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, TextName), Text);
        var path = Path.Combine(folder, $"regional-plan-{indicators}.json");
        File.WriteAllText(path, Json(indicators));
        return path;
    }

    public static string Json(int indicators = Indicators) => JsonSerializer.Serialize(
        new
        {
            meta = new
            {
                key = Key, title = "示例自治区城乡建设绿色发展规划", documentNumber = Document, issuedOn = "2025-11-20", issuer = "示例自治区人民政府办公厅",
                firstYear = FirstYear, lastYear = LastYear, textFile = TextName,
            },
            annex = new
            {
                titleLines = TitleLines,
                headers = Headers.Concat(Years.Select(year => $"{year}年指标")),
                footer = "说明：由各盟市、旗县落实",
            },
            regions = Regions(),
            departments = Departments.Select((department, i) => new
            {
                id = department.Id, order = i + 1, name = department.Name, annexName = department.Name, aliases = Array.Empty<string>(), category = "政府工作部门", note = "",
            }),
            sections = new[] { new { number = 1, heading = "一、重点任务", isSafeguard = false } },
            tasks = Departments.Select((department, i) => new
            {
                number = i + 1, sectionNumber = 1, title = TitleOf(i), text = TaskText(i), responsibleText = department.Name,
                departments = new[] { new { order = 1, departmentId = department.Id, printedName = department.Name } },
            }),
            indicators = Enumerable.Range(1, indicators).Select(Indicator),
            quantities = Array.Empty<object>(),
            commitments = Array.Empty<object>(),
            openQuestions = Array.Empty<object>(),
        },
        Options);

    private static IEnumerable<int> Years => Enumerable.Range(FirstYear, LastYear - FirstYear + 1);

    private static string Text => string.Join('\n', ["示例自治区人民政府办公厅", Document, "一、重点任务", .. Departments.SelectMany((department, i) => new[] { TitleOf(i), TaskText(i), department.Name })]);

    private static string TitleOf(int task) => $"任务{task + 1}：{Departments[task].Name}负责的建设";

    private static string TaskText(int task) => string.Concat(
        Subjects.Where((_, i) => i % Departments.Length == task).Select(subject => $"推进{subject}工作。"));

    private static IEnumerable<object> Regions()
    {
        var order = 0;
        yield return Unit(Region, null, "示例自治区", "全区", "自治区", order++);
        for (var league = 1; league <= Leagues; league++)
        {
            yield return Unit(LeagueCode(league), Region, $"第{league}盟", $"{league}盟", "盟", order++);
            for (var county = 1; county <= CountiesOf(league); county++)
            {
                yield return Unit(CountyCode(league, county), LeagueCode(league), $"{league}盟第{county}旗", $"{league}盟{county}旗", "旗", order++);
            }
        }
    }

    private static object Unit(string code, string? parent, string name, string shortName, string type, int order) => new
    {
        code, parentCode = parent, codeSystem = "示例", name, shortName, reportingBody = name + "人民政府", type, order, sets = Array.Empty<string>(),
    };

    private static object Indicator(int number)
    {
        var (subject, task) = (Subjects[number - 1], (number - 1) % Departments.Length);
        var (isSum, isDensity) = (IsSum(number), subject.EndsWith("密度", StringComparison.Ordinal));
        var unit = isSum ? "万平方米" : isDensity ? "公里/平方公里" : "%";
        return new
        {
            number, name = subject, shortName = subject, taskNumber = task + 1, taskPhrase = $"推进{subject}工作", leadDepartmentId = Departments[task].Id,
            cooperatingDepartmentIds = Array.Empty<string>(),
            annex = new { lead = Departments[task].Name, cooperating = "/", targets = Years.Select(year => $"{TargetOf(number, year)}{unit}") },
            kind = isSum ? "sum" : "stockRatio", unit, displayDecimals = isDensity ? 2 : 1,
            inputs = isSum
                ? new[] { Input("amount", "本年累计完成面积", unit) }
                : [Input("numerator", "已达到的", isDensity ? "公里" : "平方公里"), Input("denominator", "全部", "平方公里")],
            targets = Years.Select(year => new
            {
                year, value = TargetOf(number, year), comparison = "atLeast", basis = isSum ? "cumulative" : "level", windowStartYear = (int?)null, printedSign = "≥",
            }),
            tolerance = new { kind = isSum ? "shareOfTarget" : isDensity ? "absolute" : "percentagePoints", value = isSum ? 10m : isDensity ? 0.2m : 2m },
            progressCurve = new[] { 0.1m, 0.4m, 0.8m, 1m },
            cityScope = "allUnits", scope = new { annex = "全域", task = "全域" }, periodBasis = "期末", definitionSource = "示例",
            hardRange = new { lower = 0, upper = isSum ? 100000 : 100 }, softRange = new { lower = 0, upper = isSum ? 50000 : isDensity ? 30 : 99 },
            zeroOverZeroIsNotApplicable = false, neverFalls = false, isAspirational = false, textAsksForMore = false, baselineRequired = false,
            notes = Array.Empty<string>(), onlyInAnnex = Array.Empty<string>(), onlyInTask = Array.Empty<string>(),
        };
    }

    private static object Input(string key, string label, string unit) => new { key, label, unit, hint = "", isCount = false };

    /// <summary>Rises from year to year; a sum of the region by four a county.</summary>
    private static decimal TargetOf(int number, int year) =>
        IsSum(number) ? 103m * 4 * (year - FirstYear + 1) : Subjects[number - 1].EndsWith("密度", StringComparison.Ordinal) ? 2 + 0.5m * (year - FirstYear) : 40 + 5m * (year - FirstYear);
}
