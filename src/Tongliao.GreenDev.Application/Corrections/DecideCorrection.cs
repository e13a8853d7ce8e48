namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>Decides on a request for a correction.</summary>
/// <param name="Id">Of the request.</param>
/// <param name="IsApproved">批准, otherwise 驳回.</param>
/// <param name="Reason">Why.</param>
public sealed record DecideCorrection(long Id, bool IsApproved, string? Reason);
