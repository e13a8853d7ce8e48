using Tongliao.GreenDev.Application.Rating;

namespace Tongliao.GreenDev.Application.Tests.Rating;

/// <summary>All that a dashboard says, cell by cell, to be compared.</summary>
internal static class MatrixText
{
    public static IReadOnlyList<string> Of(RatingBoard board) =>
    [
        .. Of(board.Matrix),
        .. board.Lights.Quarters.Select(lights => $"{lights.Quarter} {string.Join(' ', Enum.GetValues<Domain.Rating.RagStatus>().Select(lights.Of))}"),
        $"{board.Before?.ReachedCity} {board.Before?.OnTime}",
    ];

    public static IReadOnlyList<string> Of(RatingMatrix matrix) =>
    [
        $"{matrix.Period.Quarter} {matrix.Period.State} {matrix.Period.DueOn}",
        .. matrix.Ratings.OrderBy(cell => cell.Key).Select(cell => $"{cell.Key} {cell.Value.Explanation} {cell.Value.IsProvisional} {matrix.Repairs.GetValueOrDefault(cell.Key)?.Missed.Number}"),
        .. matrix.Progress.Units.Select(unit => $"{unit.Unit.Code} {unit.ReachedCity} {unit.OnTime} {unit.FirstSubmittedAt} {unit.Punctuality} {unit.WaitingSince}"),
    ];
}
