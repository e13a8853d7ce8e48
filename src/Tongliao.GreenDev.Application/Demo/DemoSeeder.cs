using System.ComponentModel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>Fills an empty installation with labelled demo data (演示数据): accounts, targets, baselines and all quarters.</summary>
public sealed class DemoSeeder(
    WriteTransaction write, PlanCatalogue catalogue, OfficeClock clock, IPasswordHasher<GreenDevUser> passwords, DemoRectifications rectifications)
{
    private const string TargetDocument = "演示文件〔2024〕1号（演示数据）";
    private const string ReviewDocument = "演示文件〔2025〕2号（演示数据）";

    /// <summary>Seeds once.</summary>
    /// <returns>False when the demo data is there already.</returns>
    /// <exception cref="RefusalException">Real data is there; demo data is never mixed with it.</exception>
    public async Task<bool> SeedOnceAsync(CancellationToken cancellationToken)
    {
        var facts = await catalogue.FirstAsync(cancellationToken);
        var isNew = await write.RunAsSystemAsync(
            async scope =>
            {
                await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Administrators})", cancellationToken);
                if (await scope.Db.Users.AnyAsync(user => user.IsDemo, cancellationToken))
                {
                    return false;
                }

                scope.About(facts.Plan.Id);
                await RefuseRealDataAsync(scope);
                await SeedAsync(scope, facts);
                return true;
            },
            cancellationToken);
        if (isNew)
        {
            // Told by the lights of what is there by now.
            await rectifications.ArrangeAsync(cancellationToken);
        }

        return isNew;
    }

    private static async Task RefuseRealDataAsync(WriteScope scope)
    {
        // An administrator whose account nobody has ever used is no more than what a first start leaves behind.
        var hasData = await scope.Db.Submissions.AnyAsync(scope.CancellationToken)
            || await scope.Db.Users.AnyAsync(
                user => user.Role != UserRole.Admin || user.LastSignInAt != null || !user.MustChangePassword
                    || scope.Db.ApiTokens.Any(token => token.UserId == user.Id),
                scope.CancellationToken);
        if (hasData)
        {
            throw RefusalException.Conflict(RefusalCodes.HasData, "库中已有正式数据或正在使用的账号，不能再载入演示数据；请换一个空的数据目录或数据库。");
        }
    }

    private async Task SeedAsync(WriteScope scope, PlanFacts facts)
    {
        var calendar = new DemoCalendar(facts.Plan, facts.Periods.Select(period => period.Quarter), clock.Today);
        var users = await AddUsersAsync(scope, facts.Plan, calendar);
        var targets = AddTargets(scope, facts.Plan, calendar);
        var baselines = AddBaselines(scope, facts.Plan, calendar);
        AddCountyReviewOrders(scope, facts.Plan, calendar, users["zhujian"]);
        await new DemoTaskProgress(scope, facts, calendar, users).PlayAsync();
        await new DemoPeriods(scope, calendar, users["zhujian"]).PlayAsync(facts.Plan);
        var submissions = AddSubmissions(scope, facts, calendar);
        await scope.Db.SaveChangesAsync(scope.CancellationToken);
        var evidence = new DemoEvidence(scope, facts, calendar, users);
        await evidence.PlayAsync(submissions);

        var script = new DemoScript(scope.Db, facts, calendar, users, new DemoStatements(facts, calendar, targets, baselines));
        foreach (var submission in submissions)
        {
            script.Play(submission);
        }

        await scope.Db.SaveChangesAsync(scope.CancellationToken);
        script.DecideCorrections();
        new DemoNotices(scope, facts, calendar, users).Play(submissions);
        await scope.Db.SaveChangesAsync(scope.CancellationToken);
        await evidence.SupportCorrectionsAsync();

        scope.Audit(AuditKinds.DemoSeeded, new AuditSubject.DemoData(), before: null, new AuditedDemoData("演示数据", users.Count));
        await scope.ReferenceChangedAsync();
    }

    private async Task<Dictionary<string, GreenDevUser>> AddUsersAsync(WriteScope scope, Plan plan, DemoCalendar calendar)
    {
        var users = DemoUsers.All.ToDictionary(account => account.UserName, account => User(account, plan, scope.Now, calendar));
        await ReplaceAsync(scope, users.Values);
        var hash = passwords.HashPassword(users["admin"], DemoUsers.Password);
        foreach (var user in users.Values)
        {
            user.PasswordHash = hash;
        }

        scope.Db.Users.AddRange(users.Values);
        return users;
    }

    /// <summary>An administrator made by a first start without demo data gives way to the demo account of the same name.</summary>
    private static async Task ReplaceAsync(WriteScope scope, IReadOnlyCollection<GreenDevUser> users)
    {
        var names = users.Select(user => user.NormalizedUserName).ToList();
        foreach (var former in await scope.Db.Users.Where(user => names.Contains(user.NormalizedUserName)).ToListAsync(scope.CancellationToken))
        {
            scope.Audit(AuditKinds.UserRemoved, UserStore.Subject(former), await UserStore.StateAsync(scope.Db, former, scope.CancellationToken), after: null);
            scope.Db.Users.Remove(former);
        }

        await scope.Db.SaveChangesAsync(scope.CancellationToken);
    }

    private static GreenDevUser User(DemoUser account, Plan plan, DateTimeOffset now, DemoCalendar calendar) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = account.UserName,
        NormalizedUserName = account.UserName.ToUpperInvariant(),
        DisplayName = account.DisplayName,
        Role = account.Role,
        UnitId = plan.Units.FirstOrDefault(unit => unit.Code == account.UnitCode)?.Id,
        DepartmentPlanId = account.DepartmentId is null ? null : plan.Id,
        DepartmentId = account.DepartmentId,
        IsDemo = true,
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
        PasswordChangedAt = now,
        CreatedAt = calendar.Beginning < now ? calendar.Beginning : now,
    };

    private static List<UnitTarget> AddTargets(WriteScope scope, Plan plan, DemoCalendar calendar)
    {
        var targets = (
            from indicator in plan.Indicators
            where indicator.IsSum
            from target in indicator.Targets
            from unit in plan.Units
            where DemoStory.HasOwnTarget(unit.Order)
            select new UnitTarget
            {
                UnitId = unit.Id,
                IndicatorId = indicator.Id,
                Year = target.Year,
                Value = DemoFigures.TargetOf(unit, target),
                Document = TargetDocument,
                EffectiveFrom = new DateOnly(plan.FirstYear, 1, 1),
                Version = 1,
                Recorded = RecordedAt(calendar),
            }).ToList();
        scope.Db.UnitTargets.AddRange(targets);
        return targets;
    }

    private static List<Baseline> AddBaselines(WriteScope scope, Plan plan, DemoCalendar calendar)
    {
        var baselines = new List<Baseline>();
        foreach (var indicator in plan.Indicators.Where(indicator => indicator.BaselineRequired))
        {
            baselines.AddRange(plan.Units.Where(unit => DemoStory.HasBaseline(unit.Order)).Select(unit => new Baseline
            {
                UnitId = unit.Id,
                IndicatorId = indicator.Id,
                Inputs = new ReportedInputs { Amount = DemoFigures.BaselineOf(unit, indicator) },
                Version = 1,
                Recorded = RecordedAt(calendar),
            }));
        }

        scope.Db.Baselines.AddRange(baselines);
        return baselines;
    }

    private static void AddCountyReviewOrders(WriteScope scope, Plan plan, DemoCalendar calendar, GreenDevUser bureau) =>
        scope.Db.CountyReviewOrders.AddRange(plan.Units
            .Where(unit => !DemoStory.HasCountyReview(calendar.Last, calendar.Last, unit.Order))
            .Select(unit => new CountyReviewOrder
            {
                UnitId = unit.Id,
                IsReviewed = false,
                Document = ReviewDocument,
                Version = 1,
                Recorded = new Recording(calendar.At(calendar.Last, day: 1), bureau.Id, $"{bureau.DisplayName}（{bureau.Role.OfficeName(null)}）"),
            }));

    /// <summary>Before the first quarter was locked.</summary>
    private static Recording RecordedAt(DemoCalendar calendar) => new(calendar.Beginning, ById: null, "系统");

    private static List<Submission> AddSubmissions(WriteScope scope, PlanFacts facts, DemoCalendar calendar)
    {
        var indicatorIds = facts.Plan.Indicators.Select(indicator => indicator.Id).ToList();
        var submissions = (
            from period in facts.Periods
            where period.Quarter <= calendar.Last
            from unit in facts.Plan.Units
            select Submission.Blank(period.PlanId, unit.Id, period.Quarter, indicatorIds)).ToList();
        scope.Db.Submissions.AddRange(submissions);
        return submissions;
    }
}

/// <summary>Loaded demo data in the audit.</summary>
internal sealed record AuditedDemoData([property: DisplayName("标记")] string Label, [property: DisplayName("账号数")] int Accounts) : AuditPayload;
