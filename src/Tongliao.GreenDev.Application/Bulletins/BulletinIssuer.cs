using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>发文机关署名 to begin with: the bureau by its full name, of a plan without it whoever issued the plan.</summary>
internal static class BulletinIssuer
{
    public static string Of(Plan plan) =>
        plan.Departments.FirstOrDefault(department => department.IsBureau) is { } bureau
            ? (bureau.Name.StartsWith('市') ? plan.City.Name + bureau.Name[1..] : bureau.Name)
            : plan.Issuer;
}
