using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>
/// Sends the messages that are due, each by one portal however many run, again with growing pauses where nobody took them. A try is
/// committed before it is made; a portal that dies between the other side's yes and its own note sends that one again.
/// </summary>
public sealed class MessageDispatcher(
    WriteTransaction write,
    IDbContextFactory<GreenDevDbContext> contexts,
    MessageChannels channels,
    IOptions<MessagesOptions> options,
    TimeProvider time,
    ILogger<MessageDispatcher> log)
{
    /// <summary>A robot may speak twenty times a minute at most; once, with all that came meanwhile, disturbs a group less.</summary>
    public static readonly TimeSpan BetweenGroupMessages = TimeSpan.FromMinutes(1);

    private const int MostTogether = 40;

    /// <summary>Sends what is due. Where a channel fails, the rest of it waits for the next round.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var channel in channels.Configured)
        {
            while (await TakeAsync(channel, cancellationToken) is { Count: > 0 } taken)
            {
                var fault = await SendAsync(channel, taken, cancellationToken);
                await NoteAsync(taken, fault);
                sent += fault is null ? taken.Count : 0;
                if (fault is { IsForGood: false })
                {
                    break;
                }
            }
        }

        return sent;
    }

    /// <summary>Gives up what nobody could send for a day, or may be sent no more, and deletes what has been kept long enough.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await write.RunAsSystemAsync(
            async scope =>
            {
                var ended = await Waiting(scope.Db)
                    .Where(message => message.NextTryAt <= now)
                    .Select(message => new { Message = message, IsDisabled = scope.Db.Users.Any(user => user.Id == message.UserId && user.IsDisabled) })
                    .Where(row => row.IsDisabled || row.Message.QueuedAt <= now - Message.Longest || row.Message.Tries >= Message.MostTries
                        || (row.Message.Purpose == MessagePurpose.Code && row.Message.CreatedAt <= now - MailChoice.CodeLasts))
                    .ToListAsync(scope.CancellationToken);
                ended.ForEach(row => row.Message.GiveUp(WhyEnded(row.Message, row.IsDisabled), now));

                return true;
            },
            cancellationToken);
        var kept = now.AddDays(-options.Value.KeepDays);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Messages.Where(message => message.EndedAt < kept).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>What is to be sent next, marked as tried: nobody else takes it up meanwhile. Of a group all together.</summary>
    private Task<IReadOnlyList<Message>> TakeAsync(MessageChannel channel, CancellationToken cancellationToken) => write.RunAsSystemAsync<IReadOnlyList<Message>>(
        async scope =>
        {
            var isMail = channel == MessageChannel.Mail;
            if (!isMail && await HasJustSpokenAsync(scope, channel))
            {
                return [];
            }

            var (now, oldest, oldestCode, name) = (scope.Now, scope.Now - Message.Longest, scope.Now - MailChoice.CodeLasts, channel.ToString());
            var due = await scope.Db.Messages.FromSql(
                $"""
                SELECT * FROM messages
                WHERE state = 'Waiting' AND channel = {name} AND next_try_at <= {now} AND queued_at > {oldest} AND tries < {Message.MostTries}
                    AND (purpose <> 'Code' OR created_at > {oldestCode})
                    AND NOT EXISTS (SELECT FROM users u WHERE u.id = messages.user_id AND u.is_disabled)
                ORDER BY next_try_at, id LIMIT {(isMail ? 1 : MostTogether)} FOR UPDATE SKIP LOCKED
                """).ToListAsync(scope.CancellationToken);
            var taken = isMail ? due : due.Take(MessageTexts.Group([.. due.Select(message => message.Text)], Link).Taken).ToList();
            taken.ForEach(message => message.Take(now));
            return taken;
        },
        cancellationToken);

    /// <summary>Asked by one portal at a time, to the end of its transaction.</summary>
    private static async Task<bool> HasJustSpokenAsync(WriteScope scope, MessageChannel channel)
    {
        await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Messages})", scope.CancellationToken);
        var since = scope.Now - BetweenGroupMessages;
        return await scope.Db.Messages.AnyAsync(message => message.Channel == channel && message.TriedAt > since, scope.CancellationToken);
    }

    private string? Link => options.Value.Link("/notices");

    private async Task<MessageException?> SendAsync(MessageChannel channel, IReadOnlyList<Message> together, CancellationToken cancellationToken)
    {
        try
        {
            var first = together[0];
            await channels.For(channel).SendAsync(
                channel == MessageChannel.Mail
                    ? new Letter(first.Id, first.Address, MessageTexts.Subject(first.Subject), first.Text)
                    : new Letter(first.Id, "", "", MessageTexts.Group([.. together.Select(message => message.Text)], Link).Text),
                cancellationToken);
            return null;
        }
        catch (MessageException fault)
        {
            log.LogWarning("{Messages} messages by {Channel} were not taken, first {Id}: {Fault}.", together.Count, channel, together[0].Id, fault.Message);
            return fault;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Its words may hold an address or a key.
            log.LogError("{Messages} messages by {Channel} were not sent, first {Id}: {Fault}.", together.Count, channel, together[0].Id, fault.GetType().Name);
            return new MessageException("发送时出现意外错误");
        }
    }

    /// <summary>What the other side has taken is noted also while the portal stops.</summary>
    private async Task NoteAsync(IReadOnlyList<Message> messages, MessageException? fault)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        foreach (var message in messages)
        {
            db.Attach(message);
            if (fault is null)
            {
                message.Sent(now);
            }
            else
            {
                message.Failed(fault.Message, fault.IsForGood, now);
            }
        }

        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogWarning("Messages were taken up by another portal or withdrawn meanwhile, first {Id}.", messages[0].Id);
        }
    }

    private static string WhyEnded(Message message, bool isDisabled) => message switch
    {
        _ when isDisabled => "收件人的账号已停用",
        { Purpose: MessagePurpose.Code } => "验证码已过期",
        { Tries: 0 } => "24小时内没有发出，渠道可能已停用",
        _ => "发送没有结果",
    };

    private static IQueryable<Message> Waiting(GreenDevDbContext db) => db.Messages.Where(message => message.State == MessageState.Waiting);
}
