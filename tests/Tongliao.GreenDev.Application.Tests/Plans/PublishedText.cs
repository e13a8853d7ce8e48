using System.Globalization;
using System.Text.RegularExpressions;
using Tongliao.GreenDev.Application.Plans;

namespace Tongliao.GreenDev.Application.Tests.Plans;

/// <summary>The published text taken apart by its own marks, without a look at the plan file.</summary>
internal sealed partial class PublishedText
{
    private readonly string[] lines;

    private PublishedText(string whole)
    {
        Whole = whole;
        lines = [.. whole.Split('\n').Select(line => line.Trim())];
        var annexAt = Array.IndexOf(lines, "附件");
        Tasks = [.. ReadTasks(lines[..annexAt])];

        var annexLines = whole.Split('\n')[(annexAt + 1)..];
        AnnexTitle = [.. annexLines.TakeWhile(line => !line.Contains('\t')).Select(line => line.Trim()).Where(line => line.Length > 0)];
        AnnexFooter = annexLines.Select(line => line.Trim()).Single(line => line.StartsWith("说明：", StringComparison.Ordinal));
        var table = string.Join('\n', annexLines.TakeWhile(line => !line.StartsWith("说明：", StringComparison.Ordinal)));
        var rows = table.Split('\t').Skip(1).Select(cell => cell.Trim()).Chunk(6).ToList();
        AnnexHeaders = [.. rows[0].Select(WithoutBreaks)];
        Rows = [.. rows.Skip(1).Select(PublishedRow.Of)];
    }

    public static PublishedText Current { get; } = new(ReadWhole());

    public string Whole { get; }

    /// <summary>The lines of the notice above the plan.</summary>
    public IReadOnlyList<string> Lines => lines;

    public IReadOnlyList<PublishedTask> Tasks { get; }

    public IReadOnlyList<string> AnnexTitle { get; }

    public IReadOnlyList<string> AnnexHeaders { get; }

    public IReadOnlyList<PublishedRow> Rows { get; }

    public string AnnexFooter { get; }

    public PublishedTask Task(int number) => Tasks.Single(task => task.Number == number);

    public PublishedRow Row(int number) => Rows.Single(row => row.Number == number);

    public static byte[] ReadBytes()
    {
        using var stream = typeof(PlanFile).Assembly.GetManifestResourceStream("plan-text.txt")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    internal static string WithoutBreaks(string cell) => cell.Replace("\n", string.Empty, StringComparison.Ordinal);

    private static string ReadWhole() => System.Text.Encoding.UTF8.GetString(ReadBytes());

    private static IEnumerable<PublishedTask> ReadTasks(IEnumerable<string> lines)
    {
        var heading = string.Empty;
        foreach (var line in lines.SkipWhile(line => line != "三、重点任务").Skip(1))
        {
            if (HeadingLine().IsMatch(line))
            {
                heading = line;
            }
            else if (TaskLine().Match(line) is { Success: true } task)
            {
                yield return new PublishedTask(
                    int.Parse(task.Groups["number"].Value, CultureInfo.InvariantCulture),
                    heading,
                    task.Groups["title"].Value,
                    task.Groups["text"].Value,
                    task.Groups["responsible"].Value);
            }
        }
    }

    [GeneratedRegex("^(（[一二三四五六七八九十]+）|四、)")]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"^(?<number>\d+)\.\s(?<title>[^。]+)。(?<text>.+)（责任单位：(?<responsible>[^）]+)）$")]
    private static partial Regex TaskLine();
}

/// <summary>A paragraph of the text that is a task.</summary>
internal sealed record PublishedTask(int Number, string Heading, string Title, string Text, string Responsible)
{
    /// <summary>The names as printed; the counties and the zone, who carry out every task, are not departments.</summary>
    public IReadOnlyList<string> PrintedNames =>
        [.. Responsible.Split('。')[0].Split('，')
            .Where(group => !group.StartsWith("各旗县市区人民政府", StringComparison.Ordinal))
            .SelectMany(group => group.Split('、'))];

    public IReadOnlyList<string> CanonicalNames => [.. PrintedNames.Select(OfficialName.OfTask)];
}

/// <summary>A row of the annex.</summary>
internal sealed record PublishedRow(int Number, string Lead, IReadOnlyList<string> Cooperating, string Name, IReadOnlyList<string> Targets)
{
    public IReadOnlyList<string> CanonicalNames => [OfficialName.OfAnnex(Lead), .. Cooperating.Select(OfficialName.OfAnnex)];

    public static PublishedRow Of(string[] cells) => new(
        int.Parse(cells[0], CultureInfo.InvariantCulture),
        Assert.Single(NamesOf(cells[1])),
        cells[2] == "/" ? [] : NamesOf(cells[2]),
        PublishedText.WithoutBreaks(cells[3]),
        [.. cells[4..].Select(PublishedText.WithoutBreaks)]);

    /// <summary>Every department of the annex begins with 市: a line that does not is the rest of the line above.</summary>
    private static List<string> NamesOf(string cell)
    {
        var names = new List<string>();
        foreach (var line in cell.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith('市'))
            {
                names.Add(line);
            }
            else
            {
                names[^1] += line;
            }
        }

        return names;
    }
}

/// <summary>What the short and clipped names of the print stand for, written down here once more by hand.</summary>
internal static class OfficialName
{
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        ["市住建局"] = "市住房和城乡建设局",
        ["市发展改革委"] = "市发展和改革委员会",
        ["市交通局"] = "市交通运输局",
        ["市工信局"] = "市工业和信息化局",
        ["市综合执法局"] = "市城市管理综合行政执法局",
        ["市应急局"] = "市应急管理局",
        ["市行政审批局"] = "市行政审批和政务服务局",
        ["市市场监管局"] = "市市场监督管理局",
        ["市科技局"] = "市科学技术局",
    };

    private static readonly string[] NotOfTheCity = ["中国人民银行通辽市分行", "国家金融监督管理总局通辽监管分局", "国网通辽供电公司"];

    public static string OfAnnex(string printed) => ShortNames.GetValueOrDefault(printed, printed);

    /// <summary>Lists leave 市 out; 市场监督管理局 begins with another 市.</summary>
    public static string OfTask(string printed)
    {
        var whole = NotOfTheCity.Contains(printed)
            || (printed.StartsWith('市') && !printed.StartsWith("市场", StringComparison.Ordinal));
        return OfAnnex(whole ? printed : "市" + printed);
    }
}
