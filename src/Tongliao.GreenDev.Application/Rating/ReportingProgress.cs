namespace Tongliao.GreenDev.Application.Rating;

/// <summary>How many values of a period have come to the city (上报率), of the units the reader may see.</summary>
/// <param name="Reached">已上报: waiting for the city or accepted.</param>
/// <param name="Total">How many are due.</param>
/// <param name="OnTime">Of the reached ones, those first submitted by the due date.</param>
/// <param name="Waiting">待审核 by the city.</param>
/// <param name="WaitingSince">When the oldest of them came in.</param>
public sealed record ReportingProgress(int Reached, int Total, int OnTime, int Waiting, DateTimeOffset? WaitingSince)
{
    /// <summary>One more value that has come to the city.</summary>
    internal ReportingProgress With(bool onTime, DateTimeOffset? waitingSince) => new(
        Reached + 1,
        Total,
        OnTime + (onTime ? 1 : 0),
        Waiting + (waitingSince is null ? 0 : 1),
        waitingSince is null || WaitingSince < waitingSince ? WaitingSince : waitingSince);
}
