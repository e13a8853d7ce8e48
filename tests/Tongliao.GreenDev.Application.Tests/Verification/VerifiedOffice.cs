using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Verification;

/// <summary>奈曼旗 with one approved value, whose files are exported and handed in again.</summary>
internal sealed class VerifiedOffice : IAsyncDisposable
{
    /// <summary>城镇污水处理率, of the bureau's: ≥95 % in 2025.</summary>
    public const int Treated = 10;

    /// <summary>The sheet with the numbers.</summary>
    public const string Monitoring = "监测表";

    private readonly FakeTimeProvider time;

    private VerifiedOffice(ServiceProvider services, string connection, FakeTimeProvider time) =>
        (Services, Connection, Desk, this.time) = (services, connection, new NaimanOffice(services), time);

    public ServiceProvider Services { get; }

    public string Connection { get; }

    public NaimanOffice Desk { get; }

    public static async Task<VerifiedOffice> OpenAsync(PostgresFixture postgres, decimal treated)
    {
        var connection = await postgres.CreateDatabaseAsync();
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
        var office = new VerifiedOffice(PostgresFixture.ServicesFor(connection, time), connection, time);
        await office.Desk.StaffAsync();
        await office.Get<DraftService>().SaveAsync(
            office.Desk.Clerk,
            new SaveValue(NaimanOffice.Report.Of(Treated), Said(treated), 0, Guid.CreateVersion7()) { NoteAnswers = true },
            CancellationToken.None);
        await office.Desk.ApplyAsync(office.Desk.Clerk, ReviewStep.Submit, indicators: Treated);
        await office.Desk.ApplyAsync(office.Desk.CountyReviewer, ReviewStep.Approve, indicators: Treated);
        await office.Desk.ApplyAsync(office.Desk.Bureau, ReviewStep.Approve, indicators: Treated);
        return office;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<ExportedWorkbook> ExportAsync(Caller caller) =>
        Get<AnnexExportService>().ExportAsync(caller, NaimanOffice.Report.Quarter, FigureBasis.Submitted, CancellationToken.None);

    public Task<FileVerdict> VerifyAsync(Caller caller, byte[] content, string name = "附件.xlsx") =>
        Get<VerificationQueries>().VerifyAsync(caller, name, content, CancellationToken.None);

    /// <summary>Another number is approved in place of the one that is.</summary>
    public async Task CorrectAsync(decimal treated)
    {
        var entry = await Desk.EntryAsync(Treated);
        var id = await Get<CorrectionService>().RequestAsync(
            Desk.Clerk, new RequestCorrection(NaimanOffice.Report.Of(Treated), Said(treated).Inputs, "台账有遗漏，补记一座。", Explanation: null, entry.Version), CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(1));
        await Get<CorrectionService>().DecideAsync(Desk.Bureau, new DecideCorrection(id, IsApproved: true, "已与台账核对。"), CancellationToken.None);
    }

    /// <summary>A document of the portal's with some facts, marked.</summary>
    public Task<byte[]> SealAsync(byte[] content, params IReadOnlyList<MarkedFact> facts) => Get<WriteTransaction>().RunAsSystemAsync(
        async scope =>
        {
            var plan = await scope.Db.Plans.MinAsync(one => one.Id, scope.CancellationToken);
            return Get<FileSeals>().Seal(
                scope, new FileToSeal(plan, ExportedFileKind.Annex, "通报.docx", content, facts) { Quarter = NaimanOffice.Report.Quarter, Basis = nameof(FigureBasis.Submitted) });
        },
        CancellationToken.None);

    /// <summary>The same workbook as somebody else's program leaves it.</summary>
    public static byte[] Edited(byte[] content, Action<XLWorkbook> edit)
    {
        using var book = new XLWorkbook(new MemoryStream(content));
        edit(book);
        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }

    /// <summary>The cell of the monitoring sheet in which a number stands in a row of an indicator.</summary>
    public static string CellOf(byte[] content, int indicator, decimal number)
    {
        using var book = new XLWorkbook(new MemoryStream(content));
        var sheet = book.Worksheet(Monitoring);
        var row = sheet.Column(1).CellsUsed().Single(cell => cell.DataType == XLDataType.Number && cell.GetDouble() == indicator).Address.RowNumber;
        return sheet.Row(row).CellsUsed().Last(cell => cell.DataType == XLDataType.Number && cell.GetDouble() == (double)number).Address.ToString()!;
    }

    public async ValueTask DisposeAsync() => await Services.DisposeAsync();

    private static Statement Said(decimal treated) => new() { Inputs = new ReportedInputs { Numerator = treated, Denominator = 100 } };
}
