using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Review;

/// <summary>
/// Two people at one value at one moment, many times: nothing that was confirmed is lost, and nothing is approved that nobody has read.
/// A fifth of the times, all of them with GREENDEV_RACES set.
/// </summary>
public sealed class RaceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Number = 10;

    private static readonly int Part = Environment.GetEnvironmentVariable("GREENDEV_RACES") is null ? 5 : 1;

    private ServiceProvider services = null!;
    private NaimanOffice office = null!;
    private Caller second = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);
        office = new NaimanOffice(services);
        await office.StaffAsync();
        second = await TestPeople.AddAsync(services, UserRole.Clerk, NaimanOffice.Naiman);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Save_PairsOnOneValue_LoseNothing()
    {
        var pairs = 500 / Part;
        var version = 0;
        for (var pair = 0; pair < pairs; pair++)
        {
            var read = version;
            var outcomes = await Task.WhenAll(TrySaveAsync(office.Clerk, 81 + (pair % 9), read), TrySaveAsync(second, 90 + (pair % 9), read));

            // One is stored, the other told of it.
            version = Assert.Single(outcomes, outcome => outcome is not null)!.Version;
            Assert.Equal(read + 1, version);
        }

        var history = await office.Get<ReportQueries>().HistoryAsync(office.Clerk, NaimanOffice.Report.Of(Number), CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, pairs).Reverse(), history.Select(revision => revision.Version));
    }

    // In four parts: a history of thousands of entries would cost minutes to read over and over.
    [Theory]
    [InlineData(81)]
    [InlineData(82)]
    [InlineData(83)]
    [InlineData(84)]
    public async Task Approve_AgainstAnEdit_ApprovesOnlyWhatWasRead(int least)
    {
        var (approved, edited) = (0, 0);

        // Until each has won once, too.
        for (var i = 0; i < 250 / Part || (i < 250 && Math.Min(approved, edited) == 0); i++)
        {
            var entry = await office.EntryAsync(Number);
            if (entry.Status.IsWithClerk())
            {
                await office.Get<DraftService>().SaveAsync(office.Clerk, Save(least + (i % 12), entry.Version), CancellationToken.None);
                await office.ApplyAsync(office.Clerk, ReviewStep.Submit, "已核对，数据属实。", Number);
                entry = await office.EntryAsync(Number);
            }

            // The clerk takes it back and types on, while the reviewer approves what is on the screen.
            var edit = TryAsync(async () =>
            {
                await StepAsync(office.Clerk, ReviewStep.Withdraw, entry.Version);
                await office.Get<DraftService>().SaveAsync(office.Clerk, Save(96, entry.Version + 1), CancellationToken.None);
            });
            var approval = TryAsync(() => StepAsync(office.CountyReviewer, ReviewStep.Approve, entry.Version));
            var (isEdited, isApproved) = (await edit, await approval);

            Assert.NotEqual(isEdited, isApproved);
            var after = await office.EntryAsync(Number);
            Assert.Equal(isApproved ? (ValueStatus.CityReview, entry.Statement.Inputs) : (ValueStatus.Draft, after.Statement.Inputs), (after.Status, after.Statement.Inputs));
            edited += isEdited ? 1 : 0;
            if (isApproved)
            {
                approved++;
                await StepAsync(office.Bureau, ReviewStep.Return, after.Version, "请再核对一次台账。");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{approved} approved, {edited} edited");
        Assert.True(approved > 0 && edited > 0, "one of them always won");
    }

    [Fact]
    public async Task Submit_AgainstASave_SubmitsWhatWasRead()
    {
        for (var i = 0; i < 200 / Part; i++)
        {
            var saved = await office.Get<DraftService>().SaveAsync(office.Clerk, Save(81, (await office.EntryAsync(Number)).Version), CancellationToken.None);
            var submitted = TryAsync(() => StepAsync(office.Clerk, ReviewStep.Submit, saved.Version));
            var typed = TrySaveAsync(second, 95, saved.Version);

            Assert.NotEqual(await submitted, await typed is not null);
            var after = await office.EntryAsync(Number);
            Assert.Equal(await submitted ? (ValueStatus.CountyReview, 81m) : (ValueStatus.Draft, 95m), (after.Status, after.Statement.Inputs.Numerator));
            if (await submitted)
            {
                await StepAsync(office.Clerk, ReviewStep.Withdraw, after.Version);
            }
        }
    }

    [Fact]
    public async Task Close_AgainstASave_StoresItBeforeOrRefusesIt()
    {
        for (var i = 0; i < 50 / Part; i++)
        {
            var version = (await office.EntryAsync(Number)).Version;
            var saving = TrySaveAsync(office.Clerk, 81 + (i % 15), version);
            var closing = office.Get<PeriodService>().CloseAsync(office.Bureau, NaimanOffice.Report.Quarter, CancellationToken.None);

            var period = await closing;
            var saved = await saving;
            var after = await office.EntryAsync(Number);
            Assert.Equal(saved?.Version ?? version, after.Version);
            Assert.True(saved is null || after.ChangedAt <= period.ClosedAt, "saved after it was closed");
            await office.Get<PeriodService>().OpenAsync(office.Bureau, NaimanOffice.Report.Quarter, new DateOnly(2025, 10, 15), CancellationToken.None);
        }
    }

    // All of it is treated: a red light would ask for measures.
    private static SaveValue Save(decimal numerator, int version) => new(
        NaimanOffice.Report.Of(Number), new Statement { Inputs = new ReportedInputs { Numerator = numerator, Denominator = numerator } }, version, Guid.CreateVersion7());

    private async Task<SavedValue?> TrySaveAsync(Caller clerk, decimal numerator, int version)
    {
        try
        {
            return await Task.Run(() => office.Get<DraftService>().SaveAsync(clerk, Save(numerator, version), CancellationToken.None));
        }
        catch (RefusalException)
        {
            return null;
        }
    }

    private Task<IReadOnlyList<StepResult>> StepAsync(Caller caller, ReviewStep step, int version, string? reason = null) => office.Get<ReviewService>().ApplyAsync(
        caller,
        new ApplyStep(NaimanOffice.Report, step, [Number], reason, new Dictionary<int, int> { [Number] = version }, Guid.CreateVersion7()),
        CancellationToken.None);

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await Task.Run(act);
            return true;
        }
        catch (RefusalException)
        {
            return false;
        }
    }
}
