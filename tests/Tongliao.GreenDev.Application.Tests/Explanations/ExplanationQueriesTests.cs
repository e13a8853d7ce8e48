using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Explanations;

/// <summary>An account says what the board says, why, and no more than its reader may know.</summary>
public sealed class ExplanationQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string City = "150500";
    private const string Naiman = "150525";

    private StatementCounter counter = null!;
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDemoDatabaseAsync();
        counter = new StatementCounter(connection);
        services = PostgresFixture.ServicesFor(connection, new FakeTimeProvider(PostgresFixture.DemoNow));
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    [Theory]
    [InlineData(City)]
    [InlineData(Naiman)]
    public async Task Account_TakesFiveStatements(string unit)
    {
        await ReadAsync(bureau, unit, 2);

        Assert.Equal(5, await counter.DuringAsync(() => ReadAsync(bureau, unit, 2)));
    }

    [Theory]
    [InlineData(FigureBasis.Submitted)]
    [InlineData(FigureBasis.Approved)]
    public async Task Account_OfEveryCell_SaysWhatTheBoardSays(FigureBasis basis)
    {
        var board = await services.GetRequiredService<RatingQueries>().MatrixAsync(bureau, Quarter.Parse("2025Q3"), basis, CancellationToken.None);

        foreach (var ((number, unit), rating) in board.Ratings.Where(cell => cell.Key.Unit is City or Naiman))
        {
            var account = await ReadAsync(bureau, unit, number, basis);
            Assert.Equal(rating.Explanation, account.Rating.Explanation);
            Assert.Equal(rating.Value is null, account.Calculation.Formula.Length == 0);
            Assert.EndsWith(rating.Words.Value, account.Calculation.Formula, StringComparison.Ordinal);
            Assert.Equal(rating.State.IsLight(), account.Calculation.Expected.Length > 0);
            Assert.Equal(rating.State.IsBehind(), account.Calculation.ToExpected is not null);
        }
    }

    [Fact]
    public async Task Account_OfAUnit_HasNumbersPeopleAsOfficesTargetClauseAndFiveFacts()
    {
        var account = await ReadAsync(bureau, Naiman, 2);

        Assert.Equal(2, account.Indicator.Inputs.Count(field => account.Calculation.Numbers![field.Key] is not null));
        Assert.Equal("填写", account.Steps[0].Word);
        Assert.Contains(account.Steps, step => step.Word == "上报");
        Assert.Equal("审核通过", account.Steps[^1].Word);
        Assert.All(account.Steps, step => Assert.DoesNotContain('（', step.Office));
        Assert.Equal("奈曼旗 填报员", account.Steps[0].Office);
        Assert.Equal("附件公布", account.Target.Origin);
        Assert.Contains("25%", account.Clause.Phrase, StringComparison.Ordinal);
        Assert.Equal(["来源", "佐证", "时效", "更正", "覆盖"], account.Quality.Select(fact => fact.Label));
        Assert.All(account.Quality, fact => Assert.NotEmpty(fact.Text));
    }

    [Fact]
    public async Task Account_OfASum_NamesTheDocumentOfTheUnitsOwnTarget()
    {
        var account = await ReadAsync(bureau, Naiman, 20);

        Assert.Equal("分解指标", account.Target.Origin);
        Assert.NotNull(account.Target.Document);
        Assert.NotNull(account.Target.From);
    }

    [Fact]
    public async Task Account_OfTheCity_SaysWhoIsInWithWhatWeight()
    {
        var account = await ReadAsync(bureau, City, 2);

        Assert.Equal(9, account.Calculation.Members.Count);
        Assert.Equal((Rational)1, account.Calculation.Members.Aggregate(Rational.Zero, (sum, member) => sum + (member.Weight ?? 0)));
        Assert.Equal(
            account.Calculation.Numbers!.Denominator, account.Calculation.Members.Where(member => member.Part == MemberPart.In).Sum(member => member.Inputs!.Denominator));
        Assert.Empty(account.Steps);
        Assert.Equal(5, account.Quality.Count);
        Assert.Equal(7, (await ReadAsync(bureau, City, 8)).Calculation.Members.Count(member => member.Part == MemberPart.Reference));
    }

    [Fact]
    public async Task Account_OfTheCityForACounty_TellsNothingOfTheOthers()
    {
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);

        foreach (var number in Enumerable.Range(1, 21))
        {
            var account = await ReadAsync(clerk, City, number);
            Assert.Equal((await ReadAsync(bureau, City, number)).Rating.State, account.Rating.State);
            Assert.Null(account.Calculation.Numbers);
            Assert.Equal("", account.Calculation.Formula);
            Assert.Empty(account.Calculation.Members);
            Assert.Null(account.Calculation.ToExpected);
            Assert.Null(account.Calculation.ToYearTarget);
            Assert.Null(account.Calculation.Forecast);
            Assert.Equal(["来源", "覆盖"], account.Quality.Select(fact => fact.Label));
        }
    }

    [Fact]
    public async Task Account_OfAnotherCounty_IsNotThere_AndTheAuditorReadsNone()
    {
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
        var auditor = await TestPeople.AddAsync(services, UserRole.Auditor);

        Assert.Equal(RefusalKind.NotFound, (await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(clerk, "150524", 2))).Kind);
        Assert.Equal(RefusalKind.Forbidden, (await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(auditor, City, 2))).Kind);
    }

    public async ValueTask DisposeAsync()
    {
        counter.Dispose();
        await services.DisposeAsync();
    }

    private Task<RatingAccount> ReadAsync(Caller caller, string unit, int number, FigureBasis basis = FigureBasis.Submitted) =>
        services.GetRequiredService<ExplanationQueries>().ReadAsync(caller, new ValueKey(unit, Quarter.Parse("2025Q3"), number), basis, asOf: null, CancellationToken.None);
}
