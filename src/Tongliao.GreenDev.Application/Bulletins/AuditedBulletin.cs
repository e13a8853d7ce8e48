using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Bulletins;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>A 文稿 that was saved.</summary>
internal sealed record AuditedBulletin(
    [property: DisplayName("标题")] string Title,
    [property: DisplayName("版本")] int Version,
    [property: DisplayName("字数")] int Characters) : AuditPayload
{
    public static AuditedBulletin Of(BulletinVersion version) => new(version.Content.Title, version.Number, version.Content.Text.Length);
}
