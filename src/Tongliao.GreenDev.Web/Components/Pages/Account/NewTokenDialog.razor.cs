using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Makes a bearer token (接口令牌) that is good until a day.</summary>
public sealed partial class NewTokenDialog(TokenService service, OfficeClock clock)
{
    private string? name;
    private string? until;
    private CreatedToken? created;

    private DateOnly First => clock.Today.AddDays(1);

    private DateOnly Last => clock.Today.AddDays(TokenService.MaximumDays);

    protected override void OnInitialized() => until = DateText.Display(clock.Today.AddDays(TokenService.DefaultDays));

    private async Task SendAsync(Caller caller, int? version)
    {
        var day = DateText.Read(until);
        var fault = day.Fault is { } wrong ? $"有效期{wrong}"
            : day.Value is not { } chosen || chosen < First || chosen > Last ? $"有效期应为{DateText.Display(First)}至{DateText.Display(Last)}的一天。"
            : null;
        created = fault is null
            ? await service.CreateAsync(caller, name, day.Value!.Value.DayNumber - clock.Today.DayNumber, CancellationToken.None)
            : throw RefusalException.Invalid(RefusalCodes.TokenInvalid, fault, new FieldFault("days", fault));
    }

    private string Done() => $"令牌“{created?.Name ?? name}”已新建。";
}
