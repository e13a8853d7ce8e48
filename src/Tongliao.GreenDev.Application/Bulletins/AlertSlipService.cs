using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>Writes 预警通知单 to units with a red indicator, with the light's account and its 整改事项; the bureau only.</summary>
public sealed class AlertSlipService(
    ReadScopeQueries scopes, ExplanationQueries explanations, RectificationQueries rectifications, WriteTransaction write, OfficeClock clock)
{
    /// <summary>The slip as a document, with the numbers of now.</summary>
    /// <exception cref="RefusalException">Not the bureau, a unit, indicator or quarter that there is not, a whole, or a light that is not red.</exception>
    public async Task<ExportedDocument> ExportAsync(Caller caller, ValueKey key, CancellationToken cancellationToken)
    {
        (await scopes.ReadAsync(caller, cancellationToken)).Actor.Require(Act.ManageBulletins);
        var account = await explanations.ReadAsync(caller, key, FigureBasis.Submitted, asOf: null, cancellationToken);
        RequireRed(account);
        var open = (await rectifications.ListAsync(caller, cancellationToken)).Lines.FirstOrDefault(line =>
            line.Rectification.IsOpen && line.Unit.Id == account.Unit.Id && line.Indicator.Number == account.Indicator.Number);
        var document = new ExportedDocument(
            $"预警通知单_{account.Unit.ShortName}_{account.Period.Quarter.ChineseName}_第{account.Indicator.Number}项.docx",
            new AlertSlip(account, open, clock.Today).Write());
        return await write.RunAsync(
            caller,
            scope =>
            {
                scope.Actor.Require(Act.ManageBulletins);
                scope.Audit(AuditKinds.Exported, new AuditSubject.Value(key), before: null, new AuditedExport(document.FileName, FigureBasis.Submitted));
                return Task.FromResult(document);
            },
            cancellationToken);
    }

    private static void RequireRed(RatingAccount account)
    {
        if (!account.Unit.Reports)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, $"{account.Unit.ShortName}由各单位汇总得出，预警通知单只发给填报单位。");
        }

        if (account.Rating.State != RagStatus.Red)
        {
            throw RefusalException.Conflict(
                RefusalCodes.WrongState,
                $"{account.Unit.ShortName}{account.Period.Quarter.ChineseName}第{account.Indicator.Number}项为{account.Rating.State.Word()}，只有滞后（红灯）的才发预警通知单。");
        }
    }
}
