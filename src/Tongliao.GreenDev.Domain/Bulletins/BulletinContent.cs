namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>What people write of a bulletin (文稿).</summary>
/// <param name="Title">标题.</param>
/// <param name="Addressees">主送机关, without the colon behind it.</param>
/// <param name="Text">正文, see <see cref="BulletinText"/>.</param>
/// <param name="Issuer">发文机关署名.</param>
public sealed record BulletinContent(string Title, string Addressees, string Text, string Issuer)
{
    public const int LongestTitle = 200;
    public const int LongestAddressees = 500;
    public const int LongestIssuer = 100;

    /// <summary>So that the text still goes to the server in one message.</summary>
    public const int LongestText = 8_000;

    /// <summary>All words, for what is asked of the keys in them.</summary>
    public string Whole => string.Join('\n', Title, Addressees, Text, Issuer);
}
