using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Switches a unit's 县级审核 off, or on again, by a document.</summary>
public sealed partial class CountyReviewDialog(CountyReviewService service)
{
    private string? document;

    [Parameter, EditorRequired]
    public CountyReviewLine Line { get; set; } = default!;

    public static string Verb(CountyReviewLine line) => line.IsReviewed ? "取消" : "恢复";

    private async Task SendAsync(Caller caller, int? version) =>
        await service.SetAsync(caller, new SetCountyReview(Line.Unit.Code, !Line.IsReviewed, document, version), CancellationToken.None);

    private string Done() => Line.IsReviewed
        ? $"{Line.Unit.ShortName}的县级审核已取消，今后上报直接到市。"
        : $"{Line.Unit.ShortName}的县级审核已恢复。";

    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentCountyReview theirs ? [] :
    [
        new ConflictRow("县级审核", Line.IsReviewed ? "取消" : "实行", theirs.IsReviewed ? "实行" : "已取消"),
        new ConflictRow("依据文件或文号", document, theirs.Document),
    ];
}
