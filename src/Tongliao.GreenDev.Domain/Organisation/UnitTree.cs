namespace Tongliao.GreenDev.Domain.Organisation;

/// <summary>The regions of a plan: one root, and every other unit part of another.</summary>
public sealed class UnitTree
{
    /// <param name="units">Every parent among them; one without a parent.</param>
    public UnitTree(IReadOnlyCollection<ReportingUnit> units)
    {
        var byCode = units.ToDictionary(unit => unit.Code);
        var children = units.OrderBy(unit => unit.Order).ToLookup(unit => unit.ParentCode);
        foreach (var unit in units)
        {
            unit.Place(unit.ParentCode is null ? null : byCode[unit.ParentCode], [.. children[unit.Code]]);
        }

        Root = units.Single(unit => unit.IsRoot);
        All = [.. Root.Subtree];
        Reporting = [.. Root.Reporting];
    }

    public ReportingUnit Root { get; }

    /// <summary>The root first, each unit before those below it.</summary>
    public IReadOnlyList<ReportingUnit> All { get; }

    /// <summary>The units that report (填报单位), in official order.</summary>
    public IReadOnlyList<ReportingUnit> Reporting { get; }

    /// <summary>Every unit but the whole: those that have targets of their own (分解指标), levels between too.</summary>
    public IEnumerable<ReportingUnit> WithTargets => All.Skip(1);
}
