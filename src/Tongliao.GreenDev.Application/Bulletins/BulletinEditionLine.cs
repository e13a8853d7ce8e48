using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>An edition without its words and its document.</summary>
/// <param name="Quarter">Of which quarter.</param>
/// <param name="Number">Counts from 1.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="DatedOn">成文日期.</param>
/// <param name="Title">标题.</param>
/// <param name="Recorded">When and by whom it was issued.</param>
public sealed record BulletinEditionLine(Quarter Quarter, int Number, string DocumentNumber, DateOnly DatedOn, string Title, Recording Recorded)
{
    public string Word => BulletinEdition.NameOf(Number);
}
