namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>What kind of statement a marked file is.</summary>
public enum ExportedFileKind
{
    /// <summary>附件表: the annex with the results of a quarter.</summary>
    Annex,

    /// <summary>监测台账: all quarters up to one.</summary>
    Ledger,

    /// <summary>通报, as it was issued or as its 文稿 stood.</summary>
    Bulletin,
}
