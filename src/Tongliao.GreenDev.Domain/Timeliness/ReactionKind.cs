namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>What somebody was asked to do with a value.</summary>
public enum ReactionKind
{
    /// <summary>修改退回: the clerk, from the return to the next submission.</summary>
    Correct,

    /// <summary>县级审核: from the submission to the decision.</summary>
    CountyReview,

    /// <summary>市级审核: the lead department or 市住建局, from the county's approval to the decision.</summary>
    CityReview,
}
