using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>The made-up evidence (佐证材料) of the demo: comes before its value is played, since it comes while the clerk has it.</summary>
internal sealed class DemoEvidence(WriteScope scope, PlanFacts facts, DemoCalendar calendar, IReadOnlyDictionary<string, GreenDevUser> users)
{
    private static readonly (string Name, byte[] Content) Ledger =
        ("污水处理厂运行台账.pdf", DemoFiles.Page("污水处理厂运行台账（演示数据）", "逐日进水量、出水量与在线监测数据核对一致。"));

    private static readonly (string Name, byte[] Content) Readings =
        ("供水抄表汇总.pdf", DemoFiles.Page("供水抄表汇总（演示数据）", "供水总量、注册用户用水量按月汇总。"));

    private static readonly (string Name, byte[] Content) Chart = ("分区计量曲线.png", DemoFiles.Bars(62, 58, 71, 66, 54, 60, 49, 45));

    private static readonly (string Name, byte[] Content) Excerpt =
        ("处置台账节选.pdf", DemoFiles.Page("建筑垃圾处置台账节选（演示数据）", "漏记一处，附现场登记。"));

    private readonly HashSet<string> stored = [];

    /// <summary>Beside values that nobody has filled in yet.</summary>
    public async Task PlayAsync(IEnumerable<Submission> submissions)
    {
        foreach (var submission in submissions.Where(submission => submission.Quarter == calendar.Last))
        {
            var unit = facts.Plan.Units.Single(u => u.Id == submission.UnitId);
            foreach (var (number, file) in FilesOf(unit))
            {
                Add(submission.Values.Single(value => value.IndicatorId == facts.Indicator(number).Id).Id, file, Recorded(unit, submission.Quarter, day: 2));
            }
        }

        await scope.Db.SaveChangesAsync(scope.CancellationToken);
    }

    /// <summary>Beside the correction that waits for the bureau.</summary>
    public async Task SupportCorrectionsAsync()
    {
        var waiting = await scope.Db.Corrections
            .Where(correction => !scope.Db.CorrectionDecisions.Any(decision => decision.CorrectionId == correction.Id)).ToListAsync(scope.CancellationToken);
        foreach (var correction in waiting)
        {
            Add(correction.ValueId, Excerpt, correction.Recorded, correction.Version, correction.Id);
        }
    }

    private static IEnumerable<(int Indicator, (string Name, byte[] Content) File)> FilesOf(ReportingUnit unit) => unit.Order switch
    {
        1 => [(10, Ledger)],
        6 => [(8, Readings), (8, Chart)],
        _ => [],
    };

    private Recording Recorded(ReportingUnit unit, Quarter quarter, int day)
    {
        var clerk = users.Values.First(user => user.Role == UserRole.Clerk && user.UnitId == unit.Id);
        return new Recording(calendar.At(quarter, day), clerk.Id, $"{clerk.DisplayName}（{clerk.Role.OfficeName(unit.ShortName)}）");
    }

    private void Add(long valueId, (string Name, byte[] Content) sent, Recording recorded, int version = 0, long? correctionId = null)
    {
        var file = CheckedFile.Of(sent.Name, sent.Content).File ?? throw new InvalidOperationException($"Demo file {sent.Name} would be refused.");
        byte[] hash = [.. file.Hash];
        if (stored.Add(Convert.ToHexString(hash)))
        {
            scope.Db.EvidenceContents.Add(new EvidenceContent { Hash = hash, Content = sent.Content });
        }

        scope.Db.EvidenceFiles.Add(new EvidenceFile
        {
            ValueId = valueId,
            Version = version,
            CorrectionId = correctionId,
            Name = file.Name,
            Kind = file.Kind,
            Length = file.Length,
            Hash = hash,
            Recorded = recorded,
        });
    }
}
