namespace Tongliao.GreenDev.Application.Verification;

/// <summary>What became of a file that was exported once.</summary>
public enum FileStanding
{
    /// <summary>与现在一致: it says what it said, and that is what the portal says.</summary>
    Current,

    /// <summary>已有变化: it says what it said, but the portal says otherwise now.</summary>
    Superseded,

    /// <summary>内容被改动: it does not say any more what it said; the portal may say otherwise besides.</summary>
    Altered,

    /// <summary>无法核对: it has no mark that is the portal's and fits a record.</summary>
    Unknown,
}
