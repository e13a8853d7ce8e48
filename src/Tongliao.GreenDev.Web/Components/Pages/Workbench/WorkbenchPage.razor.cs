using System.Globalization;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>工作台: what awaits the person who signed in.</summary>
public sealed partial class WorkbenchPage(WorkbenchQueries queries, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    private WorkbenchContent? content;

    private string Today => string.Create(CultureInfo.InvariantCulture, $"{clock.Today.Year}年{clock.Today.Month}月{clock.Today.Day}日");

    /// <summary>What happens next on an empty installation; null for roles that do not wait for a period.</summary>
    private string? NothingYet => content!.Actor.Role switch
    {
        UserRole.Clerk => "市住建局开放填报期后，这里会显示截止日期和待填指标，届时即可填报。",
        UserRole.CountyReviewer => "市住建局开放填报期、填报员上报后，待您审核的数据会出现在这里。",
        UserRole.DepartmentReviewer => "市住建局开放填报期、各旗县上报后，本部门牵头的待审核数据会出现在这里。",
        UserRole.Bureau => "请在“管理”中开放第一个填报期并设定截止日期；各旗县随即可以填报，进度会显示在这里。",
        UserRole.Leader => "市住建局开放填报期、各旗县上报后，全市红黄绿情况会显示在这里。",
        UserRole.Admin or UserRole.Auditor => null,
    };

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        content = await queries.ReadAsync(caller, cancellationToken);
}
