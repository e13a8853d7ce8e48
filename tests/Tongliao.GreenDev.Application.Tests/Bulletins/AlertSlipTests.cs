using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Bulletins;

/// <summary>预警通知单: of a red light alone, with its account and its 整改事项.</summary>
public sealed class AlertSlipTests(PostgresFixture postgres) : IAsyncLifetime
{
    private BulletinOffice office = null!;

    public async ValueTask InitializeAsync() => office = await BulletinOffice.OpenAsync(postgres);

    public async ValueTask DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task Export_OfEveryRedLightOfAQuarter_IsValidAndSaysWhatItLacks()
    {
        var matrix = await office.Get<RatingQueries>().MatrixAsync(office.Bureau, BulletinOffice.Locked, FigureBasis.Submitted, CancellationToken.None);
        var open = (await office.Get<RectificationQueries>().ListAsync(office.Bureau, CancellationToken.None)).Lines.Where(line => line.Rectification.IsOpen).ToList();
        var red = matrix.Ratings.Values.Where(rating => rating.State == RagStatus.Red && rating.UnitCode != TestData.CityCode).ToList();
        Assert.NotEmpty(red);
        foreach (var rating in red)
        {
            var unit = matrix.Facts.Unit(rating.UnitCode);

            var slip = await ExportAsync(office.Bureau, rating.UnitCode, rating.Indicator.Number);

            Assert.Equal($"预警通知单_{unit.ShortName}_2025年二季度_第{rating.Indicator.Number}项.docx", slip.FileName);
            using var document = new ReadDocument(slip.Content);
            Assert.Empty(document.Faults());
            var text = string.Join('\n', document.Lines);
            Assert.Contains($"{unit.ReportingBody}：", text, StringComparison.Ordinal);
            Assert.Contains(rating.Explanation, text, StringComparison.Ordinal);
            var due = open.Find(line => (line.Unit.Code, line.Indicator.Number) == (rating.UnitCode, rating.Indicator.Number));
            Assert.Contains(due is null ? "整改事项已销号" : due.DueOn.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Export_OfAWholeOrAnotherLight_OrForAnotherRole_IsRefused()
    {
        var matrix = await office.Get<RatingQueries>().MatrixAsync(office.Bureau, BulletinOffice.Locked, FigureBasis.Submitted, CancellationToken.None);
        var green = matrix.Ratings.Values.First(rating => rating.State == RagStatus.Green && rating.UnitCode == BulletinOffice.Naiman);

        Assert.Contains("只有滞后（红灯）的才发", (await RefusalAsync(office.Bureau, BulletinOffice.Naiman, green.Indicator.Number)).Message, StringComparison.Ordinal);
        Assert.Contains("只发给填报单位", (await RefusalAsync(office.Bureau, TestData.CityCode, 10)).Message, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.NotFound, (await RefusalAsync(office.Bureau, "999999", 10)).Kind);
        foreach (var role in new[] { UserRole.Clerk, UserRole.Leader, UserRole.Auditor })
        {
            var person = await office.PersonAsync(role, role.IsCounty() ? BulletinOffice.Naiman : null);
            Assert.Equal(RefusalKind.Forbidden, (await RefusalAsync(person, BulletinOffice.Naiman, green.Indicator.Number)).Kind);
        }
    }

    private async Task<RefusalException> RefusalAsync(Caller caller, string unit, int indicator) =>
        await Assert.ThrowsAsync<RefusalException>(() => ExportAsync(caller, unit, indicator));

    private Task<ExportedDocument> ExportAsync(Caller caller, string unit, int indicator) =>
        office.Get<AlertSlipService>().ExportAsync(caller, new ValueKey(unit, BulletinOffice.Locked, indicator), CancellationToken.None);
}
