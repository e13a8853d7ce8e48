using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>What everybody chooses for themselves: whether mail comes (通知方式), to which address and of what.</summary>
public sealed class MailChoiceService(WriteTransaction write, MessageChannels channels, OfficeClock clock)
{
    /// <summary>How many codes a person may ask for in an hour: nobody's mailbox is to be filled by it.</summary>
    public const int MostCodesAnHour = 3;

    /// <summary>Sends a code to an address that the caller has typed; until it is confirmed nothing else goes there.</summary>
    /// <returns>The address as it is kept.</returns>
    /// <exception cref="RefusalException">No mail server, no address, or too many codes.</exception>
    public Task<string> AskAsync(Caller caller, string? typed, CancellationToken cancellationToken) => write.RunAsync(
        caller,
        new { Act = "mail-ask", typed },
        async scope =>
        {
            RequireServer();
            var address = MailAddress.Read(typed) ?? throw Fault("mail", "请填写一个完整的邮箱地址，例如 zhangsan@example.gov.cn。");
            var choice = await HeldAsync(scope) ?? Add(scope);
            await RequireFewAsync(scope);
            await GiveUpAsync(scope, message => message.Purpose == MessagePurpose.Code, "已发送新的验证码");
            var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
            choice.Ask(address, code, scope.Now);
            scope.Db.Messages.Add(new Message
            {
                Channel = MessageChannel.Mail,
                Purpose = MessagePurpose.Code,
                UserId = scope.Actor.UserId,
                Recipient = scope.Actor.Signature,
                Address = address,
                Subject = "邮箱验证码",
                Text = MessageTexts.Code(code, clock.Local(choice.CodeUntil!.Value)),
                CreatedAt = scope.Now,
                QueuedAt = scope.Now,
                NextTryAt = scope.Now,
            });
            scope.Audit(AuditKinds.MailAsked, Subject(scope), before: null, new AuditedMailChoice(MailAddress.Masked(address), null));
            return address;
        },
        cancellationToken);

    /// <summary>Makes the address to which the code went the one that mail goes to.</summary>
    /// <returns>The address.</returns>
    /// <exception cref="RefusalException">A wrong code, one typed wrong too often, or none that is still good.</exception>
    public async Task<string> ConfirmAsync(Caller caller, string? typed, CancellationToken cancellationToken)
    {
        // A wrong code counts: it is no reason to roll back.
        var (address, fault) = await write.RunAsync(
            caller,
            new { Act = "mail-confirm", typed },
            async scope =>
            {
                var choice = await HeldAsync(scope);
                if (choice?.AwaitsCode(scope.Now) != true)
                {
                    return (null, "验证码已失效，请重新发送。");
                }

                var before = Audited(choice);
                if (!choice.Confirm(Domain.Texts.TypedText.Sought(typed), scope.Now))
                {
                    return (null, choice.AwaitsCode(scope.Now) ? "验证码不对，请核对邮件中的6位数字。" : "验证码错误次数过多，已失效，请重新发送。");
                }

                await GiveUpAsync(scope, message => message.Address != choice.Address, "收件人已更换邮箱");
                scope.Audit(AuditKinds.MailChosen, Subject(scope), before, Audited(choice));
                return (choice.Address, (string?)null);
            },
            cancellationToken);
        return fault is null ? address! : throw Fault("code", fault);
    }

    /// <summary>Chooses of what mail comes.</summary>
    /// <param name="caller">Who chooses.</param>
    /// <param name="wanted">Of what is told to that role.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RefusalException">There is no confirmed address.</exception>
    public Task ChooseAsync(Caller caller, IReadOnlyCollection<NoticeKind> wanted, CancellationToken cancellationToken) => write.RunAsync(
        caller,
        new { Act = "mail-choose", Wanted = wanted.Order().ToArray() },
        async scope =>
        {
            var choice = await RequireAsync(scope);
            var before = Audited(choice);
            choice.Decline(NoticeKinds.For(scope.Actor.Role).Except(wanted));
            scope.Audit(AuditKinds.MailChosen, Subject(scope), before, Audited(choice));
            return true;
        },
        cancellationToken);

    /// <summary>No mail any more; what still waits is not sent.</summary>
    /// <exception cref="RefusalException">There is no address.</exception>
    public Task WithdrawAsync(Caller caller, CancellationToken cancellationToken) => write.RunAsync(
        caller,
        new { Act = "mail-withdraw" },
        async scope =>
        {
            var choice = await RequireAsync(scope);
            var before = Audited(choice);
            choice.Withdraw();
            await GiveUpAsync(scope, _ => true, "收件人已取消邮件通知");
            scope.Audit(AuditKinds.MailChosen, Subject(scope), before, Audited(choice));
            return true;
        },
        cancellationToken);

    /// <summary>Of several acts of one person at once each sees what the one before it left.</summary>
    private static async Task<MailChoice?> HeldAsync(WriteScope scope)
    {
        await SignInLock.LockUserAsync(scope, scope.Actor.UserId);
        return await scope.Db.MailChoices.SingleOrDefaultAsync(choice => choice.UserId == scope.Actor.UserId, scope.CancellationToken);
    }

    /// <summary>Of what waits for the caller, some is not sent any more.</summary>
    private static async Task GiveUpAsync(WriteScope scope, Expression<Func<Message, bool>> which, string why)
    {
        foreach (var message in await scope.Db.Messages.Where(message => message.UserId == scope.Actor.UserId && message.State == MessageState.Waiting).Where(which)
            .ToListAsync(scope.CancellationToken))
        {
            message.GiveUp(why, scope.Now);
        }
    }

    private static MailChoice Add(WriteScope scope)
    {
        var choice = new MailChoice { UserId = scope.Actor.UserId };
        scope.Db.MailChoices.Add(choice);
        return choice;
    }

    private static async Task<MailChoice> RequireAsync(WriteScope scope) => await HeldAsync(scope) is { Address: not null } choice
        ? choice
        : throw RefusalException.Conflict(RefusalCodes.WrongState, "您还没有登记邮箱。");

    private void RequireServer()
    {
        if (!channels.Has(MessageChannel.Mail))
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, "平台还没有设置邮件服务器，暂时不能登记邮箱。请联系系统管理员。");
        }
    }

    private static async Task RequireFewAsync(WriteScope scope)
    {
        var since = scope.Now.AddHours(-1);
        if (await scope.Db.Messages.CountAsync(
            message => message.UserId == scope.Actor.UserId && message.Purpose == MessagePurpose.Code && message.CreatedAt > since, scope.CancellationToken) >= MostCodesAnHour)
        {
            throw Fault("mail", $"一小时内最多发送{MostCodesAnHour}次验证码，请稍后再试。");
        }
    }

    private static AuditSubject.User Subject(WriteScope scope) => new(scope.Actor.UserName);

    private static AuditedMailChoice Audited(MailChoice choice) => new(
        choice.Address is null ? null : MailAddress.Masked(choice.Address),
        choice.Declined.Count == 0 ? null : string.Join('、', choice.Declined.Select(kind => kind.Word())));

    private static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.MailInvalid, message, new FieldFault(field, message));
}
