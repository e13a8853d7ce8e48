using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Tests.Review;

/// <summary>
/// The workflow of one value said once more, in the plainest way, to hold the portal against: who may do what is written out by
/// role, and what counts is remembered as it happens instead of read from a history.
/// </summary>
internal sealed class WorkflowModel(bool isLedByDepartment)
{
    private readonly HashSet<Guid> hands = [];
    private readonly HashSet<Guid> approvers = [];
    private decimal? number;
    private decimal? returnedNumber;
    private bool isReturned;
    private bool isOpened;
    private bool isFresh;

    public ValueStatus Status { get; private set; } = ValueStatus.Empty;

    public bool HasCountyReview { get; set; } = true;

    private bool IsWithClerk => Status is ValueStatus.Empty or ValueStatus.Draft or ValueStatus.Returned;

    /// <summary>Whether it is allowed; it is done then.</summary>
    public bool Save(Caller by, UserRole role, decimal typed)
    {
        if (role != UserRole.Clerk || !IsWithClerk)
        {
            return false;
        }

        (number, Status, isFresh) = (typed, ValueStatus.Draft, false);
        hands.Add(by.UserId);
        return true;
    }

    /// <summary>A reviewer looks at the report.</summary>
    public void Open(UserRole role)
    {
        isOpened |= Status == ValueStatus.CountyReview && role == UserRole.CountyReviewer;
        isOpened |= Status == ValueStatus.CityReview && (role == UserRole.Bureau || (role == UserRole.DepartmentReviewer && isLedByDepartment));
    }

    /// <inheritdoc cref="Save"/>
    public bool Take(Caller by, UserRole role, ReviewStep step, bool hasReason)
    {
        if (!IsAllowed(by, role, step, hasReason))
        {
            return false;
        }

        switch (step)
        {
            case ReviewStep.Submit:
                (Status, isFresh, isOpened) = (HasCountyReview ? ValueStatus.CountyReview : ValueStatus.CityReview, true, false);
                hands.Add(by.UserId);
                approvers.Clear();
                break;
            case ReviewStep.Withdraw:
                (Status, isFresh) = (ValueStatus.Draft, false);
                break;
            case ReviewStep.Approve:
                isReturned &= Status == ValueStatus.CountyReview;
                (Status, isFresh) = (Status == ValueStatus.CountyReview ? ValueStatus.CityReview : ValueStatus.Accepted, false);
                approvers.Add(by.UserId);
                break;
            case ReviewStep.Return or ReviewStep.Reopen:
                (Status, isFresh, isReturned, returnedNumber) = (ValueStatus.Returned, false, true, number);
                break;
        }

        return true;
    }

    private bool IsAllowed(Caller by, UserRole role, ReviewStep step, bool hasReason)
    {
        var isOfCity = role == UserRole.Bureau || (role == UserRole.DepartmentReviewer && isLedByDepartment);
        var waitsForThem = (Status == ValueStatus.CountyReview && role == UserRole.CountyReviewer) || (Status == ValueStatus.CityReview && isOfCity);
        return step switch
        {
            ReviewStep.Submit => role == UserRole.Clerk && Status is ValueStatus.Draft or ValueStatus.Returned && role == UserRole.Clerk
                && (!isReturned || number != returnedNumber || hasReason),
            ReviewStep.Withdraw => role == UserRole.Clerk && isFresh && !isOpened,
            ReviewStep.Approve => waitsForThem && !hands.Contains(by.UserId) && !approvers.Contains(by.UserId)
                && (hasReason || role != UserRole.Bureau || !isLedByDepartment),
            ReviewStep.Return => waitsForThem && hasReason,
            ReviewStep.Reopen => role == UserRole.Bureau && Status == ValueStatus.Accepted && hasReason,
            _ => false,
        };
    }
}
