using System.ComponentModel.DataAnnotations;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>How much evidence (佐证材料) is taken; section <c>Evidence</c>.</summary>
public sealed class EvidenceOptions : IPortalOptions
{
    public static string Section => "Evidence";

    /// <summary>Largest file in MiB, 1–50. Default 10; less than <c>Web:MaxRequestMegabytes</c>.</summary>
    [Range(1, 50, ErrorMessage = "应在 1 到 50 之间（MiB）")]
    public int MaxFileMegabytes { get; set; } = 10;

    /// <summary>Files beside one value, or one correction, 1–50. Default 10.</summary>
    [Range(1, 50, ErrorMessage = "应在 1 到 50 之间（份）")]
    public int MaxFilesPerValue { get; set; } = 10;

    /// <summary>All files of one unit's quarter in MiB, those that were removed included, 1–10,000. Default 200.</summary>
    [Range(1, 10_000, ErrorMessage = "应在 1 到 10000 之间（MiB）")]
    public int MaxReportMegabytes { get; set; } = 200;

    internal long MaxFileBytes => MaxFileMegabytes * 1024L * 1024L;

    internal long MaxReportBytes => MaxReportMegabytes * 1024L * 1024L;
}
