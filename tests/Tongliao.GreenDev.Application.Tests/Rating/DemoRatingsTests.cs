using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rating;

/// <summary>What must hold of all ratings of the demo data at once.</summary>
public sealed partial class DemoRatingsTests(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>Below this a number may be the same by chance.</summary>
    private const int TellingDigits = 4;

    private ServiceProvider services = default!;
    private PlanFacts facts = default!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(PostgresFixture.DemoNow));
        facts = await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Explanations_OfAllRatings_AddUp()
    {
        var bureau = await CallerAsync(UserRole.Bureau, unitId: null);
        var gaps = 0;
        foreach (var period in facts.Periods)
        {
            var matrix = await MatrixAsync(bureau, period, FigureBasis.Submitted);
            Assert.All(matrix.Ratings.Values, rating => Assert.Null(PrintedNumbers.FaultOf(rating)));
            gaps += matrix.Ratings.Values.Count(rating => rating.Shortfall is { Sign: > 0 });
        }

        Assert.True(gaps > 100);
    }

    [Fact]
    public async Task CityOfACounty_TellsNoOtherUnitsOpenFigureNorItsName()
    {
        var canaries = 0;
        foreach (var unit in facts.Plan.Units)
        {
            var caller = await CallerAsync(unit.Order % 2 == 0 ? UserRole.Clerk : UserRole.CountyReviewer, unit.Id);
            foreach (var period in facts.Periods)
            {
                var secrets = await SecretsAsync(period.Quarter, unit);
                canaries += secrets.Count;
                foreach (var basis in new[] { FigureBasis.Submitted, FigureBasis.Approved })
                {
                    var matrix = await MatrixAsync(caller, period, basis);
                    foreach (var indicator in facts.Plan.Indicators)
                    {
                        AssertKeeps(matrix[indicator, facts.Plan.City], secrets.Where(secret => secret.Indicator == indicator.Number).Select(secret => secret.Number));
                    }
                }
            }
        }

        Assert.True(canaries > 500, $"only {canaries}");
    }

    [Fact]
    public async Task WorkbookOfACounty_HoldsNoOtherUnitsOpenFigure()
    {
        var unit = facts.Plan.Units.Single(u => u.Code == "150571");
        var caller = await CallerAsync(UserRole.Clerk, unit.Id);
        foreach (var period in facts.Periods.TakeLast(2))
        {
            var book = await services.GetRequiredService<AnnexExportService>()
                .ExportAsync(caller, period.Quarter, FigureBasis.Submitted, CancellationToken.None);
            var numbers = NumbersOf(book);
            var secrets = await SecretsAsync(period.Quarter, unit);
            Assert.NotEmpty(secrets);
            Assert.DoesNotContain(secrets, secret => numbers.Contains(secret.Number));
        }
    }

    // The same reading as the bureau's must find them, or the two tests above see nothing.
    [Fact]
    public async Task WorkbookOfTheBureau_HoldsThem()
    {
        var quarter = facts.Periods[^1].Quarter;
        var book = await services.GetRequiredService<AnnexExportService>()
            .ExportAsync(await CallerAsync(UserRole.Bureau, unitId: null), quarter, FigureBasis.Submitted, CancellationToken.None);
        var numbers = NumbersOf(book);

        Assert.Contains(await SecretsAsync(quarter, facts.Plan.Units[^1]), secret => numbers.Contains(secret.Number));
    }

    private void AssertKeeps(IndicatorRating city, IEnumerable<decimal> secrets)
    {
        var told = new[]
        {
            city.Value, city.Shortfall, city.ChangeOnQuarter, city.ChangeOnYear, city.NeededPerQuarter, city.YearAmountAtPace,
            city.Measurement.Uncorrected, city.Measurement.YearToDate, city.Measurement.AtYearStart, city.Target?.Expected,
        }.OfType<Rational>().Select(number => number.Round(10)).Concat(NumbersIn(city.Explanation)).ToHashSet();
        Assert.DoesNotContain(secrets, told.Contains);
        Assert.All(facts.Plan.Units, unit => Assert.DoesNotContain(unit.ShortName, city.Explanation, StringComparison.Ordinal));
    }

    /// <summary>What the other units typed or came to in a quarter and the city has not accepted.</summary>
    private async Task<IReadOnlyList<(int Indicator, decimal Number)>> SecretsAsync(Quarter quarter, ReportingUnit reader)
    {
        await using var db = await ContextAsync();
        var rows = await (
            from submission in db.Submissions
            where submission.Quarter == quarter && submission.UnitId != reader.Id
            from value in submission.Values
            where value.Status != ValueStatus.Accepted
            select new { value.IndicatorId, value.Statement.Inputs }).ToListAsync();
        return
        [
            .. from row in rows
               let indicator = facts.Plan.Indicators.Single(i => i.Id == row.IndicatorId)
               let own = new ReportedFigure(row.Inputs, null, IsApproved: false).UsableInputs(indicator)
               from number in new[] { row.Inputs.Numerator, row.Inputs.Denominator, row.Inputs.Amount, row.Inputs.Supplied, row.Inputs.Billed }
                   .Append(own is null ? null : ValueChecks.OwnValue(indicator, own).Round(10)).OfType<decimal>()
               where DigitsOf(number) >= TellingDigits
               select (indicator.Number, number),
        ];
    }

    private Task<RatingMatrix> MatrixAsync(Caller caller, ReportingPeriod period, FigureBasis basis) =>
        services.GetRequiredService<RatingQueries>().MatrixAsync(caller, period.Quarter, basis, CancellationToken.None);

    private async Task<Caller> CallerAsync(UserRole role, int? unitId)
    {
        await using var db = await ContextAsync();
        return new Caller(await db.Users.Where(user => user.Role == role && user.UnitId == unitId).Select(user => user.Id).FirstAsync(), "");
    }

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();

    private static int DigitsOf(decimal number) =>
        number.ToString("0.##########", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0', '-').Length;

    private static HashSet<decimal> NumbersOf(ExportedWorkbook book)
    {
        using var archive = new ZipArchive(new MemoryStream(book.Content));
        var numbers = new HashSet<decimal>();
        foreach (var part in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(part.Open());
            numbers.UnionWith(NumbersIn(reader.ReadToEnd()));
        }

        return numbers;
    }

    private static IEnumerable<decimal> NumbersIn(string text) =>
        Printed().Matches(text).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"[0-9]{1,12}(?:\.[0-9]{1,12})?")]
    private static partial Regex Printed();
}
