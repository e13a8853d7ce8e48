namespace Tongliao.GreenDev.Application.Review;

/// <summary>Switches a unit's 县级审核 off or on again.</summary>
/// <param name="UnitCode">区划代码.</param>
/// <param name="IsReviewed">Whether the county reviews from now on.</param>
/// <param name="Document">文号 of the document that says so.</param>
/// <param name="Version">Of the last order that was seen, 0 for none.</param>
public sealed record SetCountyReview(string UnitCode, bool IsReviewed, string? Document, int? Version = null);
