namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>What kind of statement a marked file is.</summary>
public enum ExportedFileKind
{
    /// <summary>附件表: the annex with the results of a quarter.</summary>
    Annex,
}
