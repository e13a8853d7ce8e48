using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Bulletins;

/// <summary>The bureau on demo data, where 2025Q2 is locked, 2025Q3 closed and 2025Q4 open.</summary>
internal sealed class BulletinOffice : IAsyncDisposable
{
    public const string Naiman = "150525";

    /// <summary>城镇污水处理率.</summary>
    public const int Treated = 10;

    public static readonly Quarter Locked = new(2025, 2);
    public static readonly Quarter Closed = new(2025, 3);
    public static readonly Quarter Open = new(2025, 4);

    private readonly FakeTimeProvider time = new(PostgresFixture.DemoNow);
    private readonly ServiceProvider services;

    private BulletinOffice(string connection) => (services, Statements) = (PostgresFixture.ServicesFor(connection, time), new StatementCounter(connection));

    public StatementCounter Statements { get; }

    public Caller Bureau { get; private set; } = null!;

    public Caller Colleague { get; private set; } = null!;

    public BulletinService Service => Get<BulletinService>();

    public static async Task<BulletinOffice> OpenAsync(PostgresFixture postgres)
    {
        var office = new BulletinOffice(await postgres.CreateDemoDatabaseAsync());
        office.Bureau = await office.PersonAsync(UserRole.Bureau);
        office.Colleague = await office.PersonAsync(UserRole.Bureau);
        return office;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<Caller> PersonAsync(UserRole role, string? unit = null, string? department = null) => TestPeople.AddAsync(services, role, unit, department);

    public Task<BulletinDesk> DeskAsync(Quarter quarter) => Get<BulletinQueries>().DeskAsync(Bureau, quarter, CancellationToken.None);

    /// <summary>Saves words behind the last ones, by themselves those that are proposed.</summary>
    public async Task<BulletinVersion> SaveAsync(Quarter quarter, string? text = null, string? title = null)
    {
        var desk = await DeskAsync(quarter);
        return await Service.SaveAsync(
            Bureau,
            new SaveBulletin(quarter, title ?? desk.Content.Title, desk.Content.Addressees, text ?? desk.Content.Text, desk.Content.Issuer, desk.Saved?.Number ?? 0),
            CancellationToken.None);
    }

    public Task<BulletinEdition> IssueAsync(Quarter quarter, int version, string? number = "通住建发〔2026〕3号", DateOnly? day = null) =>
        Service.IssueAsync(Bureau, new IssueBulletin(quarter, number, day ?? new DateOnly(2026, 1, 12), version), CancellationToken.None);

    /// <summary>Another number in place of an approved one: asked for by one, decided by another.</summary>
    public async Task CorrectAsync(Quarter quarter, decimal numerator)
    {
        var key = new ReportKey(Naiman, quarter).Of(Treated);
        var entry = (await Get<ReportQueries>().ReportAsync(Bureau, key.Report, CancellationToken.None)).Entries.Single(one => one.Indicator.Number == Treated);
        time.Advance(TimeSpan.FromMinutes(1));
        var id = await Get<CorrectionService>().RequestAsync(
            Bureau,
            new RequestCorrection(key, entry.Statement.Inputs.With(InputKey.Numerator, numerator), "台账有遗漏，按实更正。", "由污水处理厂负责，年底前完成改造。", entry.Version),
            CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(1));
        await Get<CorrectionService>().DecideAsync(Colleague, new DecideCorrection(id, IsApproved: true, "已与台账核对。"), CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        Statements.Dispose();
        return services.DisposeAsync();
    }
}
