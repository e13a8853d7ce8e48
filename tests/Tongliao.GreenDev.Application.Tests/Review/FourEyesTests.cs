using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Review;

/// <summary>Three people between the keyboard and the approval, whatever their roles are today.</summary>
public sealed class FourEyesTests(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>What somebody did as a clerk before they were given another desk.</summary>
    public enum Did
    {
        Typed,
        Submitted,
        Both,
        Supported,
    }

    public static TheoryData<Did, UserRole> Moves => new MatrixTheoryData<Did, UserRole>(
        [Did.Typed, Did.Submitted, Did.Both, Did.Supported], [UserRole.CountyReviewer, UserRole.DepartmentReviewer, UserRole.Bureau]);

    private ServiceProvider services = null!;
    private NaimanOffice office = null!;
    private Caller mover = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        office = new NaimanOffice(services);
        await office.StaffAsync();
        mover = await TestPeople.AddAsync(services, UserRole.Clerk, NaimanOffice.Naiman);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task Approve_ByWhoeverTypedOrSubmitted_IsRefused(Did did, UserRole role)
    {
        await office.SaveAsync(did is Did.Submitted or Did.Supported ? office.Clerk : mover);
        if (did == Did.Supported)
        {
            await office.Get<EvidenceService>().AddAsync(mover, new AddEvidence(NaimanOffice.Report.Of(NaimanOffice.Led), "台账.pdf", SampleFiles.Pdf()), CancellationToken.None);
        }

        await office.ApplyAsync(did is Did.Typed or Did.Supported ? office.Clerk : mover, ReviewStep.Submit);
        if (!role.IsCounty())
        {
            await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve);
        }

        await office.MoveAsync(mover, role);

        await RequireRefusedAsync(mover, "第2项是您填报、上报或佐证过的");
    }

    [Fact]
    public async Task Approve_ByWhoeverTypedAnEarlierVersion_IsRefused()
    {
        await office.SaveAsync(mover);
        await office.SaveAsync(office.Clerk, numerator: 61);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);
        await office.MoveAsync(mover, UserRole.CountyReviewer);

        await RequireRefusedAsync(mover, "第2项是您填报、上报或佐证过的");
    }

    [Theory]
    [InlineData(UserRole.DepartmentReviewer)]
    [InlineData(UserRole.Bureau)]
    public async Task Approve_ByWhoeverApprovedForTheCounty_IsRefused(UserRole role)
    {
        await ReachCityAsync();
        await office.MoveAsync(office.CountyReviewer, role);

        await RequireRefusedAsync(office.CountyReviewer, "第2项已由您在上一级审核通过");

        await office.ApplyAsync(office.Bureau, ReviewStep.Approve);
        Assert.Equal(ValueStatus.Accepted, (await office.EntryAsync()).Status);
    }

    [Fact]
    public async Task Approve_SubmittedAnewSince_IsAnybodysAgain()
    {
        await ReachCityAsync();
        await office.ApplyAsync(office.Bureau, ReviewStep.Return, "请核对分母。");
        await office.SaveAsync(office.Clerk, numerator: 61);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);
        var successor = await TestPeople.AddAsync(services, UserRole.CountyReviewer, NaimanOffice.Naiman);
        await office.ApplyAsync(successor, ReviewStep.Approve);
        await office.MoveAsync(office.CountyReviewer, UserRole.Bureau);

        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve, NaimanOffice.ActingReason);

        Assert.Equal(ValueStatus.Accepted, (await office.EntryAsync()).Status);
    }

    [Fact]
    public async Task Approve_ReviewerOfBothRounds_MayApproveTheSecondToo()
    {
        await ReachCityAsync();
        await office.ApplyAsync(office.Bureau, ReviewStep.Return, "请核对分母。");
        await office.SaveAsync(office.Clerk, numerator: 61);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);

        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve);

        Assert.Equal(ValueStatus.CityReview, (await office.EntryAsync()).Status);
    }

    private async Task ReachCityAsync()
    {
        await office.SaveAsync(office.Clerk);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve);
    }

    private async Task RequireRefusedAsync(Caller reviewer, string why)
    {
        var before = await office.EntryAsync();

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => office.ApplyAsync(reviewer, ReviewStep.Approve));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
        Assert.StartsWith(why, refusal.Message, StringComparison.Ordinal);
        Assert.Equal((before.Status, before.Version), ((await office.EntryAsync()).Status, (await office.EntryAsync()).Version));
    }
}
