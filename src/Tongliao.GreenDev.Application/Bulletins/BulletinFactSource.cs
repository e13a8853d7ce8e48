using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>The numbers that a bulletin links, as they are now; for readers who may see every unit, as on its page (decision 39).</summary>
internal sealed class BulletinFactSource(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, BulletinFigures figures) : IFactSource
{
    private const string Prefix = "通报/";

    /// <summary>Empty for what differs from day to day without anything being corrected: it must only stay as it is.</summary>
    public static string KeyOf(BulletinFact fact) => fact.Source.Topic == BulletinTopic.Rectifications ? "" : Prefix + fact.Key;

    public bool Knows(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    public async Task<PresentFacts> PresentAsync(FactQuestion question, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = question.Caller is null ? null : await Actor.LoadAsync(db, question.Caller, cancellationToken);
        var reference = question.Caller is null
            ? await catalogue.NamedAsync(question.Plan, cancellationToken)
            : await catalogue.GetAsync(db, question.Caller, cancellationToken);
        actor?.Require(Act.ReadValues);
        var period = reference.Facts.Period(question.File.Quarter!.Value);
        var notes = await NotesAsync(db, period, question.File, cancellationToken);
        if (reference.Facts.Plan.Units.Any(unit => actor?.MayReadUnit(unit) == false))
        {
            return new PresentFacts(new Dictionary<string, PresentFact>(), notes);
        }

        var numbers = await figures.ReadAsync(db, reference, actor, period, cancellationToken);
        return new PresentFacts(
            question.Keys.Select(key => (key, fact: numbers.Find(key[Prefix.Length..])))
                .ToDictionary(pair => pair.key, pair => Present(pair.key[Prefix.Length..], pair.fact, period.Quarter), StringComparer.Ordinal),
            notes);
    }

    private static PresentFact Present(string key, BulletinFact? fact, Quarter quarter) => new(key, fact?.Text ?? FactText.None, TellsEarlier: true)
    {
        Figure = fact?.Source is { UnitCode: { } unit, Indicator: { } indicator } ? new ValueKey(unit, quarter, indicator) : null,
    };

    private static async Task<IReadOnlyList<string>> NotesAsync(GreenDevDbContext db, ReportingPeriod period, ExportedFile file, CancellationToken cancellationToken) =>
        await db.BulletinEditions.AsNoTracking()
            .Where(edition => edition.PlanId == period.PlanId && edition.Quarter == period.Quarter && edition.Recorded.At > file.Recorded.At)
            .OrderByDescending(edition => edition.Number).Select(edition => edition.DocumentNumber).FirstOrDefaultAsync(cancellationToken) is { } later
            ? [$"此后又印发了{period.Quarter.ChineseName}的通报（{later}），请以最后印发的为准。"]
            : [];
}
