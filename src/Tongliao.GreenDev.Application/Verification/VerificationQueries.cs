using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>
/// Says of a file that the portal gave out once whether it is still as it was, and still true (核对文件). Nothing of what is handed in is kept, and
/// nothing that it says of itself is believed but a mark that the portal made.
/// </summary>
public sealed class VerificationQueries(IDbContextFactory<GreenDevDbContext> contexts, FileMarks marks, IEnumerable<IFactSource> sources) : IDisposable
{
    /// <summary>The endings that a picker of files offers.</summary>
    public const string Endings = HandedInFile.Endings;

    private const string NoMark = "没有本平台的标记，无法核对：它不是本平台导出的，是标记功能启用以前导出的，或者标记在另存、转换格式时丢失了。请重新导出。";
    private const string Template = "这是供填写的模板，不是平台给出的数据，没有标记，也不需要核对。";
    private const string Forged = "文件里的标记不是本平台做的，或者被改动过，不能当作平台导出的文件。请重新导出。";
    private const string NoRecord = "标记是本平台做的，但平台里没有这份文件的导出记录，无法核对。请重新导出。";
    private const string BrokenRecord = "平台里的导出记录与文件的标记不符，记录可能被改动过，无法核对。请告知系统管理员。";
    private const string AnotherPlan = "这份文件属于另一个实施方案，不在您的职责范围内，不能核对。";

    /// <summary>Each may hold a whole file unfolded: two at a time, the others wait.</summary>
    private readonly SemaphoreSlim reading = new(2);

    /// <summary>For a person, who is told of the numbers that they may read. Five statements: reader and record, then reader, revision and figures.</summary>
    /// <exception cref="RefusalException">A role that reads no values; or it is no file that can be read.</exception>
    public async Task<FileVerdict> VerifyAsync(Caller caller, string? name, byte[] content, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        return await VerifyAsync(db, caller, actor, name, content, cancellationToken);
    }

    /// <summary>For the command line, which is told of every unit.</summary>
    /// <exception cref="RefusalException">It is no file that can be read.</exception>
    public async Task<FileVerdict> VerifyAsSystemAsync(string? name, byte[] content, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await VerifyAsync(db, caller: null, actor: null, name, content, cancellationToken);
    }

    /// <summary>Before anything of a file is read.</summary>
    /// <exception cref="RefusalException">It is too large.</exception>
    public static void RequireSize(long bytes) => HandedInFile.RequireSize(bytes);

    public void Dispose() => reading.Dispose();

    private async Task<FileVerdict> VerifyAsync(
        GreenDevDbContext db, Caller? caller, Actor? actor, string? name, byte[] content, CancellationToken cancellationToken)
    {
        var handedIn = await ReadAsync(name, content, cancellationToken);
        if (handedIn.Mark is not { } mark)
        {
            return FileVerdict.Unknown(handedIn.IsTemplate ? Template : NoMark);
        }

        if (marks.Read(mark) is not { } named)
        {
            return FileVerdict.Unknown(Forged);
        }

        var record = await (
            from file in db.ExportedFiles.AsNoTracking()
            where file.Id == named.Id
            join plan in db.Plans on file.PlanId equals plan.Id
            select new { File = file, plan.Key, plan.Title }).SingleOrDefaultAsync(cancellationToken);
        if (record is null)
        {
            return FileVerdict.Unknown(NoRecord);
        }

        if (MarkedFacts.Unpack(record.File.Facts) is not { } marked || !CryptographicOperations.FixedTimeEquals(marked.Hash, named.Hash))
        {
            return FileVerdict.Unknown(BrokenRecord);
        }

        try
        {
            var present = await PresentAsync(caller, record.Key, record.File, marked.Facts, cancellationToken);
            return FileVerdict.Of(OriginOf(record.File, record.Key, record.Title, actor), Compared(record.File, marked.Facts, handedIn, present), present.Notes);
        }
        catch (RefusalException refused) when (refused.Kind == RefusalKind.NotFound)
        {
            return FileVerdict.Unknown(AnotherPlan);
        }
    }

    private async Task<HandedInFile> ReadAsync(string? name, byte[] content, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            return HandedInFile.Read(name, content);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Of several sources each is asked for its own kind.</summary>
    private async Task<PresentFacts> PresentAsync(
        Caller? caller, string plan, ExportedFile file, IReadOnlyList<MarkedFact> facts, CancellationToken cancellationToken)
    {
        var (byKey, notes) = (new Dictionary<string, PresentFact>(StringComparer.Ordinal), new List<string>());
        var keys = facts.Select(fact => fact.Key).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (keys.Where(source.Knows).ToList() is { Count: > 0 } asked)
            {
                var present = await source.PresentAsync(new FactQuestion(caller is null ? null : caller with { Plan = plan }, plan, file, asked), cancellationToken);
                notes.AddRange(present.Notes);
                foreach (var (key, fact) in present.ByKey)
                {
                    byKey[key] = fact;
                }
            }
        }

        return new PresentFacts(byKey, notes);
    }

    private static FileComparison Compared(ExportedFile file, IReadOnlyList<MarkedFact> facts, HandedInFile handedIn, PresentFacts present)
    {
        var marked = facts.Select(fact => fact.Place).ToHashSet(StringComparer.Ordinal);
        return FileComparison.Of(
            facts,
            place => handedIn.Places.GetValueOrDefault(place, PlacedText.Nothing),
            file.IsWhole ? handedIn.Places.Where(place => !marked.Contains(place.Key)).Select(place => (place.Key, place.Value)) : [],
            present.ByKey);
    }

    /// <summary>County offices are told of people of their own unit and of the city's offices.</summary>
    private static FileOrigin OriginOf(ExportedFile file, string plan, string planTitle, Actor? actor) => new(
        file.Kind,
        file.Name,
        file.Quarter,
        Enum.TryParse<FigureBasis>(file.Basis, out var basis) ? basis : null,
        file.Release,
        file.AsOf,
        file.Recorded.At,
        actor is null || !actor.Role.IsCounty() || file.ByUnitId is null || file.ByUnitId == actor.UnitId ? file.Recorded.ByName : null,
        plan,
        planTitle);
}
