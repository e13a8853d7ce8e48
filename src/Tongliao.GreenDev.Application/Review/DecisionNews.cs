using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>What a county is told of a decision on its values: one notice an act. Who decides is never among those who are told: clerks do not return, counties do not approve for the city.</summary>
internal static class DecisionNews
{
    private const int Named = 3;
    private const int LongestReason = 120;

    /// <summary>Of a return or a reopening for the clerks, of an approval by the city for the whole county; null for what nobody is told.</summary>
    public static async Task<Announcement?> OfAsync(
        WriteScope scope, ReportingUnit unit, Quarter quarter, ReviewStep step, ReviewTier tier, IReadOnlyList<StepCandidate> decided, StepReasons reasons)
    {
        if (step is ReviewStep.Return or ReviewStep.Reopen)
        {
            return Returned(unit, quarter, step, [.. decided.Select(one => (one.Indicator, reasons.Of(one.Indicator)!))], await PeopleAsync(scope, unit));
        }

        if (step != ReviewStep.Approve || tier != ReviewTier.City)
        {
            return null;
        }

        // Decided row by row, a report would be told of twenty times: of single values only the one after which none waits is.
        var isLast = !await IsAnyWaitingAsync(scope, decided);
        return isLast || decided.Count > 1 ? Approved(unit, quarter, [.. decided.Select(one => one.Indicator)], isLast, await PeopleAsync(scope, unit)) : null;
    }

    /// <summary>退回 or 重新打开, with the way to the rows.</summary>
    public static Announcement Returned(
        ReportingUnit unit, Quarter quarter, ReviewStep step, IReadOnlyList<(Indicator Indicator, string Reason)> returned, IEnumerable<CountyPerson> people)
    {
        var page = $"/entry?period={quarter}&show=returned#row-{returned[0].Indicator.Number}";
        return new Announcement(
            NoticeKind.Returned,
            $"{returned.Count}项被{step.Word()}：{quarter.ChineseName}",
            $"{Names([.. returned.Select(one => one.Indicator)])}被{step.Word()}，请修改后重新上报。原因：{Reasons(returned)}",
            [.. people.Where(person => person.Role == UserRole.Clerk).Select(person => new Addressee(person.Id, page))])
        {
            ForGroup = MessageTexts.GroupLine(unit.ShortName, $"{quarter.ChineseName}有{returned.Count}项数据被{step.Word()}，请修改后重新上报"),
        };
    }

    /// <summary>审核通过, which asks nothing.</summary>
    public static Announcement Approved(ReportingUnit unit, Quarter quarter, IReadOnlyList<Indicator> approved, bool isLast, IEnumerable<CountyPerson> people) => new(
        NoticeKind.Approved,
        $"审核通过{approved.Count}项：{quarter.ChineseName}",
        $"{unit.ShortName}{Names(approved)}由市级审核通过。{(isLast ? "上报到市的数据已全部审核。" : "")}",
        [.. people.Select(person => new Addressee(person.Id, person.DeskOf(quarter)))]);

    private static async Task<IEnumerable<CountyPerson>> PeopleAsync(WriteScope scope, ReportingUnit unit) =>
        (await CountyPeople.ReadAsync(scope.Db, unit.Id, scope.CancellationToken))[unit.Id];

    private static Task<bool> IsAnyWaitingAsync(WriteScope scope, IReadOnlyList<StepCandidate> decided)
    {
        var (report, ids) = (decided[0].Value.SubmissionId, decided.Select(one => one.Value.Id).ToList());
        return scope.Db.Values.AnyAsync(
            value => value.SubmissionId == report && value.Status == ValueStatus.CityReview && !ids.Contains(value.Id), scope.CancellationToken);
    }

    /// <summary>For example 第2项 污水处理率、第5项 人均公园绿地等4项.</summary>
    private static string Names(IReadOnlyList<Indicator> indicators)
    {
        var first = string.Join('、', indicators.Take(Named).Select(indicator => $"第{indicator.Number}项 {indicator.ShortName}"));
        return indicators.Count <= Named ? first : $"{first}等{indicators.Count}项";
    }

    /// <summary>The first, as much of it as a notice takes; each stands whole at its row.</summary>
    private static string Reasons(IReadOnlyList<(Indicator Indicator, string Reason)> returned)
    {
        var first = returned[0].Reason;
        var excerpt = first.Length <= LongestReason ? first : $"{first[..LongestReason]}……";
        return returned.All(one => one.Reason == first) ? excerpt : $"{excerpt}（其他各项的原因见填报表）";
    }
}
