using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>An account (判定依据) as it is read: calculation, gap and forecast, members, people, quality and clause.</summary>
public sealed partial class AccountView(OfficeClock clock)
{
    private IReadOnlyList<AccountFact> numbers = [];
    private IReadOnlyList<AccountFact> ahead = [];
    private IReadOnlyList<MemberShare> members = [];

    [Parameter, EditorRequired]
    public RatingAccount Account { get; set; } = default!;

    protected override void OnParametersSet()
    {
        numbers = AccountFacts.Numbers(Account.Calculation);
        ahead = [.. AccountFacts.Gap(Account.Calculation), .. AccountFacts.Ahead(Account.Calculation.Forecast)];
        members = Account.Calculation.Members;
    }

    private static string ShortOf(InputField field) => field.Key switch
    {
        InputKey.Numerator => "分子",
        InputKey.Denominator => "分母",
        InputKey.Amount => "本年累计",
        InputKey.Supplied => "供水",
        InputKey.Billed => "用水",
        InputKey.Correction => "修正值",
    };
}
