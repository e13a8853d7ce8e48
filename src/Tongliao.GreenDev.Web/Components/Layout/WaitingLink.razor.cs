using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>
/// The bell: how many values wait for the person, and the way to the earliest of them; nothing ever waits for who only looks. Unread
/// notices are counted besides. Costs two statements a page.
/// </summary>
public sealed partial class WaitingLink(WaitingQueries queries, NoticeQueries notices)
{
    private const int Most = 99;

    private static readonly (Act Act, string Address, string What)[] Places =
    [
        (Act.EnterValues, "/entry", "已退回，请修改后重新上报"),
        (Act.ReviewForCounty, "/review/county", "等待县级审核"),
        (Act.ReviewForCity, "/review", "等待市级审核"),
    ];

    private (string Address, string What)? place;
    private int count;
    private int unread;
    private Quarter? earliest;
    private bool isKnown;

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    /// <summary>What somebody was told goes before what waits by itself.</summary>
    private string Address => unread > 0 ? "/notices" : earliest is { } quarter ? $"{place!.Value.Address}?period={quarter}" : place!.Value.Address;

    private string Words => (isKnown, unread) switch
    {
        (true, > 0) => $"{unread} 条未读通知；{WaitingWords}",
        _ => WaitingWords,
    };

    private int Shown => count + unread;

    private string WaitingWords => (isKnown, count) switch
    {
        (false, _) => "待我办理",
        (true, 0) => "待我办理：目前没有",
        (true, _) => $"待我办理：{count} 项{place!.Value.What}",
    };

    protected override async Task OnInitializedAsync()
    {
        if (HttpContext is not { } context || UserRoles.FromCode(context.User.FindFirstValue(ClaimTypes.Role)) is not { } role)
        {
            return;
        }

        place = Places.Where(place => role.May(place.Act)).Select(place => ((string, string)?)(place.Address, place.What)).FirstOrDefault();

        // A page that tells of a fault does not ask the database, which may be the fault.
        if (place is not null && context.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            var waiting = await queries.ReadAsync(SessionClaims.CallerOf(context.User), role, context.RequestAborted);
            count = waiting.Sum(quarter => quarter.Values);
            earliest = waiting.Count > 0 ? waiting[0].Quarter : null;
            unread = await notices.UnreadAsync(SessionClaims.CallerOf(context.User), context.RequestAborted);
            isKnown = true;
        }
    }
}
