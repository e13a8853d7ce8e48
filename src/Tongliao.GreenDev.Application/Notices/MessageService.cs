using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>What the administrator does with messages: tries a channel (试发), and sends again (重发) what failed.</summary>
public sealed class MessageService(WriteTransaction write, MessageChannels channels)
{
    /// <summary>Queues a message that says that it is a test: a mail to the caller's own address, or one to a group.</summary>
    /// <exception cref="RefusalException">Not the administrator, no channel or one without settings, or no own address.</exception>
    public Task TestAsync(Caller caller, MessageChannel? channel, CancellationToken cancellationToken) => write.RunAsync(
        caller,
        new { Act = "message-test", channel },
        async scope =>
        {
            scope.Actor.Require(Act.ManageMessages);
            var chosen = channel ?? throw Fault("请选择渠道。");
            if (!channels.Has(chosen))
            {
                throw Fault($"{chosen.Word()}还没有设置，设置后才能试发。");
            }

            var address = chosen != MessageChannel.Mail ? "" : await scope.Db.MailChoices.Where(choice => choice.UserId == scope.Actor.UserId)
                .Select(choice => choice.Address).SingleOrDefaultAsync(scope.CancellationToken)
                ?? throw Fault("请先在“我的账号 → 通知方式”中登记自己的邮箱，试发的邮件发到那里。");
            var message = new Message
            {
                Channel = chosen,
                Purpose = MessagePurpose.Test,
                UserId = chosen == MessageChannel.Mail ? scope.Actor.UserId : null,
                Recipient = chosen == MessageChannel.Mail ? scope.Actor.Signature : "工作群",
                Address = address,
                Subject = "试发",
                Text = MessageTexts.Test(scope.Actor.Signature),
                CreatedAt = scope.Now,
                QueuedAt = scope.Now,
                NextTryAt = scope.Now,
            };
            scope.Db.Messages.Add(message);
            scope.Audit(AuditKinds.MessageTested, new AuditSubject.Message(message.Id), before: null, Audited(message));
            return message.Id;
        },
        cancellationToken);

    /// <summary>Sends a notice's message again that was refused or given up, from the beginning.</summary>
    /// <exception cref="RefusalException">Not the administrator, no such message, one that has not failed, a channel without settings, or a person who wants no mail any more.</exception>
    public Task SendAgainAsync(Caller caller, Guid id, CancellationToken cancellationToken) => write.RunAsync(
        caller,
        new { Act = "message-again", id },
        async scope =>
        {
            scope.Actor.Require(Act.ManageMessages);
            var message = (await scope.Db.Messages.FromSql($"SELECT * FROM messages WHERE id = {id} FOR UPDATE").ToListAsync(scope.CancellationToken)).SingleOrDefault()
                ?? throw RefusalException.NotFound("没有这条消息，可能已超过保存期限。");
            if (!message.MayBeSentAgain)
            {
                throw RefusalException.Conflict(RefusalCodes.WrongState, "只有失败或放弃的通知可以重发；验证码和试发请重新办理。");
            }

            if (!channels.Has(message.Channel))
            {
                throw RefusalException.Conflict(RefusalCodes.WrongState, $"{message.Channel.Word()}目前没有设置，不能重发。");
            }

            if (message.UserId is { } disabled && await scope.Db.Users.AnyAsync(person => person.Id == disabled && person.IsDisabled, scope.CancellationToken))
            {
                throw RefusalException.Conflict(RefusalCodes.WrongState, "收件人的账号已停用，不能重发。");
            }

            if (message.UserId is { } user && !await scope.Db.MailChoices.AnyAsync(
                choice => choice.UserId == user && choice.Address == message.Address, scope.CancellationToken))
            {
                throw RefusalException.Conflict(RefusalCodes.WrongState, "收件人已更换邮箱或不再接收邮件，不能重发。");
            }

            message.SendAgain(scope.Now);
            scope.Audit(AuditKinds.MessageSentAgain, new AuditSubject.Message(message.Id), before: null, Audited(message));
            return true;
        },
        cancellationToken);

    private static AuditedMessage Audited(Message message) => new(message.Channel.Word(), message.Recipient, message.Subject);

    private static RefusalException Fault(string message) => RefusalException.Invalid(RefusalCodes.MessageInvalid, message, new FieldFault("channel", message));
}
