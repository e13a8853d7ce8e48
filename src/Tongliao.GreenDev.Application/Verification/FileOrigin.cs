using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>What a file is that the portal gave out, as far as its reader may know it.</summary>
/// <param name="Kind">附件表, 监测台账 or 通报.</param>
/// <param name="Name">Under which it was sent.</param>
/// <param name="Quarter">That it is about; null where it is about several or none.</param>
/// <param name="Basis">口径; null where it has none.</param>
/// <param name="Release">发布版本 that it shows; null of a quarter that was not locked.</param>
/// <param name="AsOf">截至 in words; null for the moment of the export.</param>
/// <param name="At">When it was exported.</param>
/// <param name="By">Name with office; null where it was somebody of another county.</param>
/// <param name="Plan">Key of the plan whose figures it shows.</param>
/// <param name="PlanTitle">Its title.</param>
public sealed record FileOrigin(
    ExportedFileKind Kind, string Name, Quarter? Quarter, FigureBasis? Basis, int? Release, string? AsOf, DateTimeOffset At, string? By, string Plan, string PlanTitle)
{
    public string KindWord => Kind switch
    {
        ExportedFileKind.Annex => "附件表",
        ExportedFileKind.Ledger => "监测台账",
        ExportedFileKind.Bulletin => "通报",
    };
}
