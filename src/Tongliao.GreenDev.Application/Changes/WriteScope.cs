using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>What one change works with.</summary>
public sealed class WriteScope
{
    private readonly Actor? actor;
    private readonly TimeProvider time;
    private DateTimeOffset? now;
    private int? about;

    /// <summary>Goes with the next audit row.</summary>
    private Operation? unrecorded;

    /// <summary>Stands on an audit row of this change.</summary>
    private Guid? recorded;

    internal WriteScope(GreenDevDbContext db, Actor? actor, Operation operation, TimeProvider time, CancellationToken cancellationToken)
    {
        this.actor = actor;
        this.time = time;
        unrecorded = operation;
        Db = db;
        CancellationToken = cancellationToken;
    }

    public GreenDevDbContext Db { get; }

    /// <summary>The person who acts; absent only in work run as the system.</summary>
    public Actor Actor => actor ?? throw new InvalidOperationException("The system itself acts; nobody's rights apply.");

    /// <summary>The plan that is changed; null for what is of none.</summary>
    internal int? PlanId => actor is null ? about : actor.PlanId;

    /// <summary>Null for the system.</summary>
    internal Guid? ActorId => actor?.UserId;

    private string Signature => actor?.Signature ?? "系统";

    /// <summary>
    /// Read once, when it is first asked for: asked for after the rows that are changed are locked, it stands behind all that was
    /// written to them before.
    /// </summary>
    public DateTimeOffset Now => now ??= time.GetUtcNow();

    /// <summary>Stands on what is recorded by this change.</summary>
    public Recording Recording => new(Now, ActorId, Signature) { Way = actor?.Way ?? Way.Screen };

    public CancellationToken CancellationToken { get; }

    /// <summary>Adds the audit row that is committed with the change.</summary>
    /// <param name="kind">One of <see cref="AuditKinds"/>.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="before">State before, null for none; written as JSON.</param>
    /// <param name="after">State after, null for none; written as JSON.</param>
    /// <param name="succeeded">False for what was tried and refused.</param>
    public void Audit(string kind, AuditSubject subject, AuditPayload? before, AuditPayload? after, bool succeeded = true)
    {
        Db.AuditEvents.Add(new AuditEvent
        {
            OperationId = unrecorded?.Id,
            OperationContent = unrecorded?.Content,
            At = Now,
            UserId = ActorId,
            UserName = Signature,
            Address = actor?.Address ?? "",
            Kind = kind,
            PlanId = subject.IsOfPlan ? PlanId : null,
            Subject = subject.ToString(),
            Succeeded = succeeded,
            Before = AuditJson.Of(before),
            After = AuditJson.Of(after),
        });
        recorded ??= unrecorded?.Id;
        unrecorded = null;
    }

    /// <summary>Says of which plan the system's own work is; a person's is of the one they asked for.</summary>
    internal void About(int planId) => about = planId;

    /// <summary>What is audited from now on is done for a request: the next audit row bears its id, by which it is found when it is sent again.</summary>
    internal void Begin(Operation operation) => unrecorded = operation;

    /// <summary>What the same person did under some ids before; of others' ids nothing.</summary>
    internal IQueryable<EarlierAct> Earlier(IReadOnlyList<Guid> operationIds)
    {
        var userId = ActorId;
        return
            from audit in Db.AuditEvents
            where audit.UserId == userId && operationIds.Contains(audit.OperationId!.Value)
            select new EarlierAct
            {
                OperationId = audit.OperationId!.Value,
                Content = audit.OperationContent,
                At = audit.At,
                After = audit.After,
            };
    }

    /// <summary>Whether the change took place, asked after a commit that nobody answered. Of one that was not audited nothing tells.</summary>
    internal async Task<bool> IsCommittedAsync() => recorded is { } id && await Earlier([id]).AnyAsync(CancellationToken);

    /// <summary>
    /// Tells every node that its copy of plan, periods, baselines and targets is old, and its screens that any light may be another
    /// one. Its row is a lock besides: called before anything is read, changes of these wait for each other.
    /// </summary>
    public Task ReferenceChangedAsync()
    {
        Tell(unitCode: null, quarter: null, kind: null);
        return Db.ReferenceRevisions.ExecuteUpdateAsync(
            set => set.SetProperty(revision => revision.Number, revision => revision.Number + 1), CancellationToken);
    }

    /// <summary>Tells every node, once this is committed, what was done to a report.</summary>
    public void Changed(string unitCode, Quarter quarter, RevisionKind kind) => Tell(unitCode, quarter, kind);

    /// <summary>Tells every node, once this is committed, that others see another report on a task.</summary>
    public void TaskChanged(int taskNumber, Quarter quarter) =>
        Db.Outbox.Add(new OutboxEntry { UnitCode = null, Quarter = quarter, Kind = null, TaskNumber = taskNumber, ById = ActorId });

    private void Tell(string? unitCode, Quarter? quarter, RevisionKind? kind) =>
        Db.Outbox.Add(new OutboxEntry { UnitCode = unitCode, Quarter = quarter, Kind = kind, ById = ActorId });
}
