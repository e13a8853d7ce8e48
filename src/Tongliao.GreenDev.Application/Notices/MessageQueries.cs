using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Reads what left the portal (发送记录).</summary>
public sealed class MessageQueries(IDbContextFactory<GreenDevDbContext> contexts, MessageChannels channels, IOptions<MessagesOptions> options, TimeProvider time)
{
    /// <summary>How long what failed is pointed out.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>Which channels there are, and what the reader may do with them.</summary>
    /// <exception cref="RefusalException">The caller may not read the log.</exception>
    public async Task<ChannelStates> ChannelsAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await RequireAsync(db, caller, cancellationToken);
        var address = await db.MailChoices.Where(choice => choice.UserId == caller.UserId).Select(choice => choice.Address).SingleOrDefaultAsync(cancellationToken);
        return new ChannelStates(channels.Configured, address, actor.May(Act.ManageMessages), actor.May(Act.ManagePeriods), options.Value.KeepDays);
    }

    /// <summary>A page of the log.</summary>
    /// <param name="page">From 0.</param>
    /// <exception cref="RefusalException">The caller may not read the log.</exception>
    public async Task<MessageExcerpt> PageAsync(Caller caller, MessageFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await RequireAsync(db, caller, cancellationToken);
        var wanted = db.Messages.AsNoTracking()
            .Where(message => (filter.Channel == null || message.Channel == filter.Channel) && (filter.State == null || message.State == filter.State));
        if (TypedText.Sought(filter.Text) is { Length: > 0 } text)
        {
            var pattern = $"%{SubjectPatterns.Escaped(text)}%";
            wanted = wanted.Where(message => EF.Functions.ILike(message.Recipient, pattern, "\\") || EF.Functions.ILike(message.Subject, pattern, "\\"));
        }

        var ordered = filter.IsOldestFirst
            ? wanted.OrderBy(message => message.CreatedAt).ThenBy(message => message.Id)
            : wanted.OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id);
        var rows = await ordered.Skip(page * size).Take(size).ToListAsync(cancellationToken);
        var isWhole = page == 0 && rows.Count < size;
        return new MessageExcerpt([.. rows.Select(MessageRow.Of)], isWhole ? rows.Count : await wanted.CountAsync(cancellationToken));
    }

    /// <summary>How many notices did not reach anybody lately; 0 without a statement while no channel is configured.</summary>
    internal async Task<int> FailedAsync(GreenDevDbContext db, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Recent;
        return channels.Configured.Count == 0 ? 0 : await db.Messages.CountAsync(
            message => message.Purpose == MessagePurpose.Notice && message.EndedAt > since
                && (message.State == MessageState.Refused || message.State == MessageState.GivenUp),
            cancellationToken);
    }

    private static async Task<Actor> RequireAsync(GreenDevDbContext db, Caller caller, CancellationToken cancellationToken)
    {
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadMessages);
        return actor;
    }
}
