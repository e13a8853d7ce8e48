namespace Tongliao.GreenDev.Application.Audit;

/// <summary>What the audit can be sorted by, and nothing else can.</summary>
public enum AuditColumn
{
    Time,
    Person,

    /// <summary>In the order of <see cref="AuditKinds.All"/>.</summary>
    Kind,

    /// <summary>As it is stored: by what it is, then by its key.</summary>
    Subject,
}
