namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What kind of change a revision records.</summary>
public enum RevisionKind
{
    /// <summary>填写.</summary>
    Save,

    /// <summary>共用数随改: another value of the report gave the number that both hold.</summary>
    Share,
    Submit,
    Approve,
    Return,
    Reopen,
    Withdraw,

    /// <summary>更正 of an approved value, decided by the bureau.</summary>
    Correct,
}
