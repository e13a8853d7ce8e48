using System.Globalization;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>The colours of a state, and the words with which the sheets say it.</summary>
internal static class StateLooks
{
    public const string HeaderGround = "E8F0EC";

    public static CellLook For(this CellLook look, RagStatus state)
    {
        var (ink, ground) = Colours(state);
        return look with { Ink = ink, Ground = ground, IsBold = state == RagStatus.Red };
    }

    /// <summary>All marks with their words.</summary>
    public static string Legend() =>
        string.Join('　', Enum.GetValues<RagStatus>().Select(state => state.Mark() + state.Word())) + "　" + RatingWords.Provisional + "：数据尚未全部审核通过";

    /// <summary>Where the numbers come from, as the line under the title says it.</summary>
    public static string Source(AnnexReport report)
    {
        var time = report.GeneratedAt.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
        var demo = report.IsDemo ? "　　数据性质：演示数据，非真实上报" : "";
        var asOf = report.AsOf is null ? "" : $"　　数据：{report.AsOf.Words}";
        return $"报告期：{report.Quarter.ChineseName}　　口径：{report.BasisWord}{asOf}　　生成时间：{time}{demo}";
    }

    /// <summary>The title of a sheet with numbers: what it shows, of when, and whether it is invented.</summary>
    public static string Title(AnnexReport report, string what) =>
        $"{report.Quarter.ChineseName}{what}{(report.IsDemo ? "（演示数据）" : "")}";

    private static (string Ink, string? Ground) Colours(RagStatus state) => state switch
    {
        RagStatus.Green => ("1A7F4E", "E3F3EA"),
        RagStatus.Amber => ("9A5B00", "FDF0D5"),
        RagStatus.Red => ("B3261E", "FBE4E2"),
        RagStatus.Accepted => ("0B57D0", "E6EEFB"),
        RagStatus.NotReported or RagStatus.MissingBaseline or RagStatus.Incomplete => ("4A4F4C", "ECEEED"),
        RagStatus.NotApplicable or RagStatus.Reference or RagStatus.NoTarget or RagStatus.NotDue => ("4A4F4C", null),
    };
}
