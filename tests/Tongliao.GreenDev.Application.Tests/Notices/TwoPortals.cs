using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Notices;

/// <summary>Two portals on one database, with people who are told something.</summary>
internal sealed class TwoPortals : IAsyncDisposable
{
    public const string Address = "zhangsan@example.gov.cn";

    private TwoPortals(ServiceProvider first, ServiceProvider second) => (First, Second, Office) = (first, second, new NaimanOffice(first));

    public FakeTimeProvider Time { get; private init; } = null!;

    public ServiceProvider First { get; }

    public ServiceProvider Second { get; }

    public NaimanOffice Office { get; }

    public static async Task<TwoPortals> StartAsync(PostgresFixture postgres)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
        var database = await postgres.CreateDatabaseAsync();
        var portals = new TwoPortals(PostgresFixture.ServicesFor(database, time), PostgresFixture.ServicesFor(database, time)) { Time = time };
        await portals.Office.StaffAsync();
        return portals;
    }

    public void UseMail(int port) => Set<MailOptions>(options =>
    {
        (options.Host, options.Port, options.Security, options.From) = ("127.0.0.1", port, MailSecurity.None, "tongzhi@example.gov.cn");
        options.TimeoutSeconds = 1;
    });

    public void UseWeCom(string address) => Set<WeComOptions>(options => options.Webhook = address + "/cgi-bin/webhook/send?key=k3y");

    public void Set<T>(Action<T> set)
        where T : class
    {
        set(First.GetRequiredService<IOptions<T>>().Value);
        set(Second.GetRequiredService<IOptions<T>>().Value);
    }

    /// <summary>Somebody who has confirmed an address, of whom the log says nothing more.</summary>
    public async Task RegisterAsync(Caller caller, string address = Address)
    {
        var port = First.GetRequiredService<IOptions<MailOptions>>().Value.Host;
        Set<MailOptions>(static options => options.Host = "mail.example");
        await Office.Get<MailChoiceService>().AskAsync(caller, address, CancellationToken.None);
        await using var db = await ContextAsync();
        var choice = await db.MailChoices.SingleAsync(choice => choice.UserId == caller.UserId);
        await Office.Get<MailChoiceService>().ConfirmAsync(caller, choice.Code, CancellationToken.None);
        await db.Messages.ExecuteDeleteAsync();
        Set<MailOptions>(options => options.Host = port);
    }

    public async Task DisableAsync(Caller caller)
    {
        await using var db = await ContextAsync();
        await db.Users.Where(user => user.Id == caller.UserId).ExecuteUpdateAsync(user => user.SetProperty(person => person.IsDisabled, true));
    }

    public Task<RemindedUnits> RemindAsync() => Office.Get<ReminderService>().RemindAsync(
        Office.Bureau, new Remind(NaimanOffice.Report.Quarter, null, new DateOnly(2025, 10, 15), null), CancellationToken.None);

    public Task<int> SendAsync() => SendAsync(First);

    public static Task<int> SendAsync(ServiceProvider portal) => portal.GetRequiredService<MessageDispatcher>().SendDueAsync(CancellationToken.None);

    public async Task<IReadOnlyList<Message>> MessagesAsync()
    {
        await using var db = await ContextAsync();
        return await db.Messages.AsNoTracking().OrderBy(message => message.Id).ToListAsync();
    }

    public async Task<Message> MessageAsync() => Assert.Single(await MessagesAsync());

    public Task<GreenDevDbContext> ContextAsync() => Office.Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}
