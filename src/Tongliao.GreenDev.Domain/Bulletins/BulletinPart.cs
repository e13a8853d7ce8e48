namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>A piece of a line: words as they are, or the place of a linked number.</summary>
/// <param name="Text">The words, or the key of the number.</param>
/// <param name="IsLink">Whether it is a key.</param>
public sealed record BulletinPart(string Text, bool IsLink)
{
    /// <summary>As it is typed.</summary>
    public string Typed => IsLink ? $"{{{Text}}}" : Text;
}
