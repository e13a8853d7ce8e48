using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>Names one demo account of each role for the sign-in page.</summary>
public sealed class DemoQueries(PlanCatalogue catalogue)
{
    /// <summary>None on an installation without demo data.</summary>
    public async Task<IReadOnlyList<DemoSignIn>> SignInsAsync(CancellationToken cancellationToken)
    {
        var facts = await catalogue.FirstAsync(cancellationToken);
        if (!facts.IsDemo)
        {
            return [];
        }

        return
        [
            .. from user in DemoUsers.All
               where user.IsSuggested
               let unit = facts.Plan.Units.FirstOrDefault(unit => unit.Code == user.UnitCode)
               let department = facts.Plan.Departments.FirstOrDefault(department => department.Id == user.DepartmentId)
               select new DemoSignIn(user.UserName, user.Role.OfficeName(unit?.ShortName ?? department?.ShortName)),
        ];
    }
}
