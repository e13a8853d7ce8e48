namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>A paragraph of a bulletin.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Head">What stands in the typeface of the heading: all of it, or up to the first 。 where the text goes on behind it; nothing in 正文.</param>
/// <param name="Rest">What stands in the typeface of the text.</param>
public sealed record BulletinLine(BulletinLineKind Kind, IReadOnlyList<BulletinPart> Head, IReadOnlyList<BulletinPart> Rest)
{
    public IEnumerable<BulletinPart> Parts => Head.Concat(Rest);
}
