using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>Names one demo account of each role on the sign-in page, as long as the installation holds demo data.</summary>
public sealed class DemoAccounts(PlanCatalogue catalogue) : IDemoAccounts
{
    public async Task<DemoAccountList?> ListAsync(CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(cancellationToken);
        return facts.IsDemo
            ? new DemoAccountList(
                [.. DemoPeople.All.Where(person => person.IsSuggested).Select(person =>
                    new DemoAccount(person.UserName, OfficeOf(person, facts.Plan)))],
                DemoPeople.Password)
            : null;
    }

    private static string OfficeOf(DemoPerson person, Plan plan)
    {
        var place = plan.Units.FirstOrDefault(unit => unit.Code == person.UnitCode)?.ShortName
            ?? plan.Departments.FirstOrDefault(department => department.Id == person.DepartmentId)?.ShortName;
        return place is null ? person.Role.Word() : $"{place} {person.Role.Word()}";
    }
}
