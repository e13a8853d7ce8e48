using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>The answer to whether a file is still true (核对文件).</summary>
/// <param name="Standing">In one word.</param>
/// <param name="Sentence">Chinese: the same as a sentence with what to do.</param>
public sealed record FileVerdict(FileStanding Standing, string Sentence)
{
    /// <summary>What the file is; null where its mark leads to none.</summary>
    public FileOrigin? Origin { get; init; }

    /// <summary>What was found of it; null where nothing could be compared.</summary>
    public FileComparison? Comparison { get; init; }

    /// <summary>Chinese: what else there is to say of it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Nothing that can be verified.</summary>
    internal static FileVerdict Unknown(string sentence) => new(FileStanding.Unknown, sentence);

    /// <summary>A file of the portal's, compared.</summary>
    internal static FileVerdict Of(FileOrigin origin, FileComparison found, IReadOnlyList<string> notes)
    {
        var standing = found.Altered.Count > 0 ? FileStanding.Altered : found.Superseded.Count > 0 ? FileStanding.Superseded : FileStanding.Current;
        return new FileVerdict(standing, SentenceOf(standing, found)) { Origin = origin, Comparison = found, Notes = [.. notes, .. NotesOf(origin, found)] };
    }

    private static string SentenceOf(FileStanding standing, FileComparison found) => standing switch
    {
        FileStanding.Current when found.Compared == 0 => "内容没有被改动，但其中没有可以与现在对照的数据。",
        FileStanding.Current => $"与现在一致：内容没有被改动，其中{found.Compared}处数据与平台现在的相同。",
        FileStanding.Superseded => $"已有变化：内容没有被改动，但其中{found.Superseded.Count}处数据与平台现在的不同，请重新导出后使用。",
        FileStanding.Altered when found.IsOutOfPlace => "版面被改动：大半内容不在原来的位置，可能插入、删除了行列，或者标记取自另一份文件。请重新导出后使用。" + AndSuperseded(found),
        FileStanding.Altered => $"内容被改动：有{found.Altered.Count}处与导出时不同。{AndSuperseded(found)}",
        FileStanding.Unknown => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    private static string AndSuperseded(FileComparison found) => found.Superseded.Count == 0 ? "" : $"另外，导出时的数据有{found.Superseded.Count}处与平台现在的不同。";

    private static IEnumerable<string> NotesOf(FileOrigin origin, FileComparison found)
    {
        if (origin.AsOf is { } asOf)
        {
            yield return $"文件是{asOf}的数据；这里与平台现在的数据对照。";
        }

        if (found.PassedOver > 0)
        {
            yield return $"{found.PassedOver}处属于其他单位，或按规定暂不告知本单位，没有与现在对照。";
        }

        if (found.Unknown > 0)
        {
            yield return $"{found.Unknown}处公式在文件里没有算出的值，没有核对；用 Excel 或 WPS 打开、保存后可以再核对一次。";
        }
    }
}
