namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>Words of what was asked for.</summary>
public static class ReactionKinds
{
    public static string Word(this ReactionKind kind) => kind switch
    {
        ReactionKind.Correct => "修改退回的数据",
        ReactionKind.CountyReview => "县级审核",
        ReactionKind.CityReview => "市级审核",
    };
}
