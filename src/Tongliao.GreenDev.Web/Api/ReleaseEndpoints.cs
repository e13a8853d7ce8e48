using Tongliao.GreenDev.Application.Releases;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Releases of locked quarters (发布版本).</summary>
internal static class ReleaseEndpoints
{
    public static void MapReleases(this RouteGroupBuilder api)
    {
        api.MapGet("/releases", ListAsync).Says("列出各已锁定季度的发布版本：第几版、何时、何人，以及与上一版相比变动的单元格", 403);
        api.MapGet("/releases/{period}/{number:int}", ReadAsync).Says("读取一个发布版本及其当时的判定结果；县级只见本地区和全市", 403, 404);
    }

    private static async Task<IReadOnlyList<ReleaseAnswer>> ListAsync(ApiCaller caller, ReleaseQueries releases, CancellationToken cancellationToken) =>
        [.. (await releases.ListAsync(caller, cancellationToken)).Select(ReleaseAnswer.Of)];

    private static async Task<ReleasedRatingsAnswer> ReadAsync(
        ApiCaller caller, string period, int number, ReleaseQueries releases, CancellationToken cancellationToken)
    {
        var read = await releases.CaseAsync(caller, Quarter.Read(period), number, cancellationToken);
        return new ReleasedRatingsAnswer(
            ReleaseAnswer.Of(read.Line),
            [.. from unit in read.Matrix.Units from indicator in read.Matrix.Facts.Plan.Indicators select RatingAnswer.Of(read.Matrix[indicator, unit])]);
    }
}

/// <summary>A release.</summary>
/// <param name="Period">For example <c>2025Q3</c>.</param>
/// <param name="Number">From 1.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">Name with office.</param>
/// <param name="Superseded">已有更正: a later one has taken its place.</param>
/// <param name="Changes">The cells that are otherwise than in the one before.</param>
internal sealed record ReleaseAnswer(
    string Period, int Number, DateTimeOffset At, string By, bool Superseded, IReadOnlyList<ChangedCellAnswer> Changes)
{
    public static ReleaseAnswer Of(ReleaseLine line) => new(
        line.Release.Quarter.ToString(),
        line.Release.Number,
        line.Release.Recorded.At,
        line.Release.Recorded.ByName,
        line.IsSuperseded,
        [.. line.Changes.Select(ChangedCellAnswer.Of)]);
}

/// <summary>A changed cell.</summary>
internal sealed record ChangedCellAnswer(int Indicator, string Region, CellAnswer Before, CellAnswer After)
{
    public static ChangedCellAnswer Of(ChangedCell cell) => new(cell.Indicator.Number, cell.Unit.Code, CellAnswer.Of(cell.Before), CellAnswer.Of(cell.After));
}

/// <summary>What a cell said.</summary>
internal sealed record CellAnswer(RagStatus State, decimal? Value, string? Displayed)
{
    public static CellAnswer Of(IndicatorRating rating)
    {
        var answer = RatingAnswer.Of(rating);
        return new CellAnswer(answer.State, answer.Value, answer.Displayed);
    }
}

/// <summary>A release with its ratings.</summary>
internal sealed record ReleasedRatingsAnswer(ReleaseAnswer Release, IReadOnlyList<RatingAnswer> Ratings);
