using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Bulletins;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>An edition that was issued.</summary>
internal sealed record AuditedEdition(
    [property: DisplayName("标题")] string Title,
    [property: DisplayName("文号")] string DocumentNumber,
    [property: DisplayName("成文日期")] DateOnly DatedOn,
    [property: DisplayName("印发次数")] int Edition,
    [property: DisplayName("内容指纹")] string Hash) : AuditPayload
{
    public static AuditedEdition Of(BulletinEdition edition) =>
        new(edition.Content.Title, edition.DocumentNumber, edition.DatedOn, edition.Number, Convert.ToHexString(edition.Hash));
}
