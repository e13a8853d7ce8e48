namespace Tongliao.GreenDev.Application.Data;

/// <summary>Locks of the database for what no row stands for; each is held to the end of its transaction, and who comes second waits.</summary>
internal static class AdvisoryLocks
{
    /// <summary>Loading the plan into a new database.</summary>
    public const long Plan = 20231104;

    /// <summary>Whether there is a system administrator, and whether all accounts are made up.</summary>
    public const long Administrators = 20231105;

    /// <summary>The grants of the serving role: PostgreSQL refuses grants on one table at the same time.</summary>
    public const long Grants = 20231106;

    /// <summary>Putting up the guard of locked quarters.</summary>
    public const long Guard = 20231107;

    /// <summary>Putting up the guard of what was approved.</summary>
    public const long Approvals = 20231109;

    /// <summary>Putting up the guard of evidence.</summary>
    public const long Evidence = 20231111;

    /// <summary>Counting the releases of locked quarters.</summary>
    public const long Releases = 20231110;

    /// <summary>Putting up the signal of the outbox.</summary>
    public const long Signal = 20231108;

    /// <summary>Speaking in a group.</summary>
    public const long Messages = 20231121;

    /// <summary>Reminding by schedule.</summary>
    public const long Reminders = 20231120;

    /// <summary>Putting up the guard of reports on tasks.</summary>
    public const long TaskGuard = 20231126;

    /// <summary>With the id of a report on a task: adding to it. Of the locks with two keys, which are another space.</summary>
    public const int TaskReport = 20231127;

    /// <summary>With the hash of a department and a quarter: handing in evidence beside its reports, which share one room.</summary>
    public const int TaskEvidence = 20231129;

    /// <summary>With the id of a commitment: recording whether it was kept.</summary>
    public const int Commitment = 20231128;

    /// <summary>With the id of a unit: filing its baselines and deciding on them.</summary>
    public const int BaselineFiling = 20231130;

    /// <summary>With the id of a plan: saving and issuing its bulletins.</summary>
    public const int Bulletin = 20231132;

    /// <summary>Telling of rectifications that have opened.</summary>
    public const long Rectifications = 20231125;
}
