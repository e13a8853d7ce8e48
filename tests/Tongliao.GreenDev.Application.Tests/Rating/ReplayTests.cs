using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Tests.Export;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rating;

/// <summary>A random history is gone through; what was shown and exported on its way is shown and exported again afterwards, cell for cell.</summary>
public sealed class ReplayTests(PostgresFixture postgres)
{
    private const int Seed = 20251128;

    /// <summary>More on request: GREENDEV_REPLAY=2000 goes through 2,000 acts and looks back at 200 moments.</summary>
    private static readonly int Acts = int.TryParse(
        Environment.GetEnvironmentVariable("GREENDEV_REPLAY"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 120;

    private readonly FakeTimeProvider time = new(PostgresFixture.DemoNow);

    [Fact]
    public async Task AsOf_MomentsOfARandomHistory_AreShownAndExportedAsTheyWere()
    {
        await using var services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), time);
        var random = new Random(Seed);
        var history = new RandomHistory(services, time, random);
        await history.StaffAsync();
        var seen = new List<Seen>();
        for (var act = 0; act < Acts; act++)
        {
            await history.ActAsync((double)act / Acts);
            if (random.Next(10) == 0)
            {
                var (quarter, basis) = (RandomHistory.Quarters[random.Next(2)], random.Next(2) == 0 ? FigureBasis.Submitted : FigureBasis.Approved);
                seen.Add(new Seen(time.GetUtcNow(), quarter, basis, await ShownAsync(quarter, basis, asOf: null), await ExportedAsync(quarter, basis, asOf: null)));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{seen.Count} moments of {string.Join(' ', history.Done)}");
        Assert.True(history.Done.Count > 8, string.Join(' ', history.Done));
        Assert.True(seen.DistinctBy(then => string.Join('\n', then.Shown)).Count() > seen.Count / 3, "Nothing that shows has happened.");
        time.Advance(TimeSpan.FromDays(1));
        foreach (var then in seen)
        {
            Assert.Equal(then.Shown, await ShownAsync(then.Quarter, then.Basis, then.At));
            Assert.Equal(then.Exported, await ExportedAsync(then.Quarter, then.Basis, then.At));
        }

        async Task<IReadOnlyList<string>> ShownAsync(Quarter quarter, FigureBasis basis, DateTimeOffset? asOf) => MatrixText.Of(
            await services.GetRequiredService<LightQueries>().BoardAsync(history.Reader, quarter, basis, asOf, CancellationToken.None));

        async Task<IReadOnlyList<string>> ExportedAsync(Quarter quarter, FigureBasis basis, DateTimeOffset? asOf)
        {
            var moment = asOf is { } at ? AsOf.At(at, services.GetRequiredService<OfficeClock>()) : null;
            var workbook = await services.GetRequiredService<AnnexExportService>().ExportAsync(history.Reader, quarter, basis, moment, withSources: false, CancellationToken.None);
            using var book = new ReadBook(workbook.Content);

            // The line that says when the file was made, and as of when, is the one that differs.
            return [.. BookText.Of(book).Split('\n').Where(line => !line.Contains("生成时间", StringComparison.Ordinal))];
        }
    }

    private sealed record Seen(DateTimeOffset At, Quarter Quarter, FigureBasis Basis, IReadOnlyList<string> Shown, IReadOnlyList<string> Exported);
}
