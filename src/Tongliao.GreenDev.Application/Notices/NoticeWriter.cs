using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>
/// Tells people: in the portal always, and by the channels that are configured whoever wants it. Notices and messages are rows that are
/// committed with the act; nothing is sent here.
/// </summary>
public sealed class NoticeWriter(MessageChannels channels, PlanCatalogue catalogue, IOptions<MessagesOptions> options)
{
    /// <summary>Adds to the change under way what it tells.</summary>
    internal async Task TellAsync(WriteScope scope, params IReadOnlyList<Announcement> announcements)
    {
        var told = announcements.Where(announcement => announcement.To.Count > 0)
            .Select(announcement => (Announcement: announcement, Notices: announcement.To.Select(to => Notice(scope, announcement, to)).ToList())).ToList();
        scope.Db.Notices.AddRange(told.SelectMany(one => one.Notices));
        if (channels.Has(MessageChannel.Mail))
        {
            await MailAsync(scope, [.. told.SelectMany(one => one.Notices)]);
        }

        scope.Db.Messages.AddRange(
            from channel in channels.Groups
            from lines in told.Where(one => one.Announcement.ForGroup is not null).GroupBy(one => one.Announcement.Title, one => one.Announcement.ForGroup!)
            from text in MessageTexts.GroupTexts([.. lines])
            select Group(scope, channel, lines.Key, text));
    }

    private static Message Group(WriteScope scope, MessageChannel channel, string title, string text) => new()
    {
        Channel = channel,
        Purpose = MessagePurpose.Notice,
        Recipient = "工作群",
        Subject = title,
        Text = text,
        CreatedAt = scope.Now,
        QueuedAt = scope.Now,
        NextTryAt = scope.Now,
    };

    private Notice Notice(WriteScope scope, Announcement announcement, Addressee to) => new()
    {
        UserId = to.UserId,
        Kind = announcement.Kind,
        Title = announcement.Title,
        Text = announcement.Text.Length <= ValueChecks.MaxTextLength ? announcement.Text : announcement.Text[..ValueChecks.MaxTextLength],
        Address = AddressOf(scope, to),
        ByName = scope.Recording.ByName,
        At = scope.Now,
    };

    /// <summary>Where more than one plan is loaded, with the plan: whoever follows it may be looking at another one.</summary>
    private string AddressOf(WriteScope scope, Addressee to) =>
        scope.PlanId is { } id && catalogue.LastKnown(id) is { HasOthers: true } facts
            ? $"{to.Address}{(to.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}plan={facts.Plan.Key}"
            : to.Address;

    private async Task MailAsync(WriteScope scope, IReadOnlyList<Notice> notices)
    {
        var ids = notices.Select(notice => notice.UserId).ToHashSet();
        var readers = await (
            from choice in scope.Db.MailChoices.AsNoTracking()
            where ids.Contains(choice.UserId) && choice.Address != null
            join person in UserInOffice.In(scope.Db) on choice.UserId equals person.User.Id
            select new { Choice = choice, person.User.DisplayName, person.User.Role, Body = person.UnitName ?? person.DepartmentName })
            .ToDictionaryAsync(reader => reader.Choice.UserId, scope.CancellationToken);
        foreach (var notice in notices)
        {
            if (readers.TryGetValue(notice.UserId, out var reader) && reader.Choice.Wants(notice.Kind))
            {
                scope.Db.Messages.Add(Mail(scope, notice, $"{reader.DisplayName}（{reader.Role.OfficeName(reader.Body)}）", reader.Choice.Address!));
            }
        }
    }

    private Message Mail(WriteScope scope, Notice notice, string recipient, string address) => new()
    {
        Channel = MessageChannel.Mail,
        Purpose = MessagePurpose.Notice,
        UserId = notice.UserId,
        Recipient = recipient,
        Address = address,
        Subject = notice.Title,
        Text = MessageTexts.Mail(recipient, notice, options.Value.Link(notice.Address)),
        CreatedAt = scope.Now,
        QueuedAt = scope.Now,
        NextTryAt = scope.Now,
    };
}
