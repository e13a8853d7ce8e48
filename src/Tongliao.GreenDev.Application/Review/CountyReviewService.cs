using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Switches the county's review of a unit (县级审核) off and on again, by a document; the bureau only.</summary>
public sealed class CountyReviewService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>Adds an order, which holds for what is submitted from then on; what waits for the county reviewer stays with them.</summary>
    /// <exception cref="RefusalException">Not the bureau, an unknown unit, no document, nothing to change, or changed since it was seen.</exception>
    public async Task<CountyReviewOrder> SetAsync(Caller caller, SetCountyReview command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManageCountyReview);
                var unit = facts.Unit(command.UnitCode);
                var document = RequireDocument(command.Document);
                await scope.ReferenceChangedAsync();
                var last = await scope.Db.CountyReviewOrders.AsNoTracking().Where(order => order.UnitId == unit.Id)
                    .OrderByDescending(order => order.Version).FirstOrDefaultAsync(cancellationToken);
                var current = new CurrentCountyReview(last?.Version ?? 0, last?.IsReviewed ?? true, last?.Document);
                var subject = new AuditSubject.CountyReview(unit.Code);
                await SeenVersion.RequireAsync(scope, command.Version, current, $"{unit.ShortName}的县级审核设置", subject, AuditKinds.CountyReviewSet);
                if (current.IsReviewed == command.IsReviewed)
                {
                    throw RefusalException.Conflict(
                        RefusalCodes.WrongState, $"{unit.ShortName}的县级审核已经{(current.IsReviewed ? "在实行" : "取消")}，不需要再办理。");
                }

                var order = new CountyReviewOrder
                {
                    UnitId = unit.Id,
                    IsReviewed = command.IsReviewed,
                    Document = document,
                    Version = current.Version + 1,
                    Recorded = scope.Recording,
                };
                scope.Db.CountyReviewOrders.Add(order);
                scope.Audit(
                    AuditKinds.CountyReviewSet,
                    subject,
                    new AuditedCountyReview(current.IsReviewed, current.Document),
                    new AuditedCountyReview(order.IsReviewed, order.Document));
                return order;
            },
            cancellationToken);
    }

    private static string RequireDocument(string? typed)
    {
        if (TypedText.Document(typed) is { } document)
        {
            return document;
        }

        var message = $"请填写依据文件的名称或文号，最多{TypedText.LongestDocument}个字，不能有换行。";
        throw RefusalException.Invalid(RefusalCodes.DocumentRequired, message, new FieldFault("document", message));
    }
}

/// <summary>Whether a county reviews, in the audit.</summary>
internal sealed record AuditedCountyReview(
    [property: DisplayName("实行县级审核")] bool IsReviewed, [property: DisplayName("依据文件")] string? Document) : AuditPayload;
