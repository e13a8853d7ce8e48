namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>What a row says of itself.</summary>
public enum RowState
{
    /// <summary>未填.</summary>
    Empty,

    /// <summary>正在保存.</summary>
    Saving,

    /// <summary>已保存.</summary>
    Saved,

    /// <summary>未保存, with a reason.</summary>
    Unsaved,

    /// <summary>待填完: what does not fit yet may come to fit with the number that is typed next.</summary>
    Unfinished,

    /// <summary>需核对: saved, but to be explained before it is submitted.</summary>
    Warning,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>与他人冲突.</summary>
    Conflict,

    /// <summary>待县级审核.</summary>
    CountyReview,

    /// <summary>待市级审核.</summary>
    CityReview,

    /// <summary>审核通过.</summary>
    Accepted,
}
