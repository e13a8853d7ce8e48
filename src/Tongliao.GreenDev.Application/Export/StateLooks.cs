using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>The colours of a state, and the words with which the sheets say it.</summary>
internal static class StateLooks
{
    public const string HeaderGround = "E8F0EC";

    public static CellLook For(this CellLook look, RagStatus state)
    {
        var (ink, ground) = Colours(state);
        return look with { Ink = ink, Ground = ground, IsBold = state == RagStatus.Red };
    }

    /// <summary>All marks with their words.</summary>
    public static string Legend() =>
        string.Join('　', Enum.GetValues<RagStatus>().Select(state => state.Mark() + state.Word())) + "　" + RatingWords.Provisional + "：数据尚未全部审核通过";

    private static (string Ink, string? Ground) Colours(RagStatus state) => state switch
    {
        RagStatus.Green => ("1A7F4E", "E3F3EA"),
        RagStatus.Amber => ("9A5B00", "FDF0D5"),
        RagStatus.Red => ("B3261E", "FBE4E2"),
        RagStatus.Accepted => ("0B57D0", "E6EEFB"),
        RagStatus.NotReported or RagStatus.MissingBaseline or RagStatus.Incomplete => ("4A4F4C", "ECEEED"),
        RagStatus.NotApplicable or RagStatus.Reference or RagStatus.NoTarget or RagStatus.NotDue => ("4A4F4C", null),
    };
}
