using System.Globalization;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>What the first lines of a sheet with numbers say: of when they are, which count, and whether they are invented.</summary>
/// <param name="Quarter">The quarter monitored.</param>
/// <param name="BasisWord">Which figures went in: 按上报数（含未审核） or 按审核通过数.</param>
/// <param name="AsOf">截至: as of when the results are; null for the moment of the export.</param>
/// <param name="GeneratedAt">The moment of the export, in the offset in which it is to be read.</param>
/// <param name="IsDemo">演示数据: the sheets with numbers say so.</param>
internal sealed record ExportHead(Quarter Quarter, string BasisWord, AsOf? AsOf, DateTimeOffset GeneratedAt, bool IsDemo)
{
    /// <summary>Where the numbers come from, as the line under the title says it.</summary>
    public string Source
    {
        get
        {
            var time = GeneratedAt.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
            var demo = IsDemo ? "　　数据性质：演示数据，非真实上报" : "";
            var asOf = AsOf is null ? "" : $"　　数据：{AsOf.Words}";
            return $"报告期：{Quarter.ChineseName}　　口径：{BasisWord}{asOf}　　生成时间：{time}{demo}";
        }
    }

    /// <summary>The title of a sheet: what it shows, of when, and whether it is invented.</summary>
    public string Title(string what) => $"{Quarter.ChineseName}{what}{(IsDemo ? "（演示数据）" : "")}";
}
