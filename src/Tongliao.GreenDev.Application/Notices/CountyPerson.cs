using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Somebody who types or reviews for a unit, and can sign in.</summary>
internal sealed record CountyPerson(Guid Id, int UnitId, UserRole Role, DateTimeOffset? LastSignInAt)
{
    /// <summary>The page on which they work on a quarter.</summary>
    public string DeskOf(Quarter quarter) => Role == UserRole.Clerk ? $"/entry?period={quarter}" : $"/review/county?period={quarter}";
}
