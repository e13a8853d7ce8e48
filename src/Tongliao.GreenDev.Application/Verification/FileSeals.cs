using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>Gives an exported file its mark (文件标记), and keeps what it says, so that it can be asked of it later whether it is still true.</summary>
public sealed class FileSeals(FileMarks marks)
{
    /// <summary>Keeps the file's facts with the change that audits its export, and returns it with its mark; all else in it stays as it was written.</summary>
    public byte[] Seal(WriteScope scope, FileToSeal file)
    {
        var (packed, hash) = MarkedFacts.Pack(file.Facts);
        var exported = new ExportedFile
        {
            Id = Guid.CreateVersion7(scope.Now),
            PlanId = file.PlanId,
            Kind = file.Kind,
            Name = file.Name,
            Quarter = file.Quarter,
            Basis = file.Basis,
            Release = file.Release,
            AsOf = file.AsOf?.Words,
            IsWhole = file.IsWhole,
            Facts = packed,
            Hash = hash,
            Recorded = scope.Recording,
            ByUnitId = scope.ActorId is null ? null : scope.Actor.UnitId,
        };
        scope.Db.ExportedFiles.Add(exported);
        return MarkProperty.Write(file.Content, marks.Of(exported));
    }
}
