using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.History;

/// <summary>What one revision of a value changed against the one before, in words.</summary>
public static class RevisionChanges
{
    public static IReadOnlyList<string> Of(Indicator indicator, ValueRevision revision, ValueRevision? before)
    {
        var changes = StatementChanges.Of(indicator, before?.Statement, revision.Statement)
            .Append(revision.ActedFor is null ? null : $"代{revision.ActedFor}办理")
            .Append(revision.Reason is null ? null : $"{(revision.Kind == RevisionKind.Submit ? "答复" : "原因")}：{revision.Reason}")
            .OfType<string>().ToList();
        return changes.Count > 0 ? changes : ["数据未改动"];
    }
}
