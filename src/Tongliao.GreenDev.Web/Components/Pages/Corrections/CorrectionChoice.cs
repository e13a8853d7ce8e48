namespace Tongliao.GreenDev.Web.Components.Pages.Corrections;

/// <summary>What the bureau decides on a correction.</summary>
public enum CorrectionChoice
{
    /// <summary>批准.</summary>
    Approve,

    /// <summary>驳回.</summary>
    Reject,
}
