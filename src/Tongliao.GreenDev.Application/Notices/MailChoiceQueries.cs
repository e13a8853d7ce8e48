using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Reads one's own choice of mail; nobody reads another's.</summary>
public sealed class MailChoiceQueries(IDbContextFactory<GreenDevDbContext> contexts, MessageChannels channels, TimeProvider time)
{
    /// <exception cref="RefusalException">The account is gone or disabled.</exception>
    public async Task<OwnMail> OwnAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var choice = await db.MailChoices.AsNoTracking().SingleOrDefaultAsync(choice => choice.UserId == caller.UserId, cancellationToken);
        var kinds = NoticeKinds.For(actor.Role);
        var own = new OwnMail(channels.Has(MessageChannel.Mail), choice?.Address, kinds, choice?.Declined ?? [])
        {
            HasUse = kinds.Count > 0 || actor.May(Act.ManageMessages),
        };
        return choice?.AwaitsCode(time.GetUtcNow()) != true ? own : own with
        {
            AskedAddress = choice.AskedAddress,
            CodeUntil = choice.CodeUntil,
            CodeFault = await db.Messages.Where(message => message.UserId == caller.UserId && message.Purpose == MessagePurpose.Code)
                .OrderByDescending(message => message.CreatedAt).Select(message => message.Fault).FirstOrDefaultAsync(cancellationToken),
        };
    }
}
