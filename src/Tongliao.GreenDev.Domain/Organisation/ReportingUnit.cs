namespace Tongliao.GreenDev.Domain.Organisation;

/// <summary>
/// A place in the plan's tree of regions: a body that reports (填报单位), or one whose value is made from those below it, such as the
/// city. <see cref="UnitTree"/> tells it what stands above and below.
/// </summary>
public sealed class ReportingUnit
{
    public int Id { get; private init; }

    /// <summary>区划代码, the key in the API.</summary>
    public required string Code { get; init; }

    /// <summary>Code of the unit it is part of; null for the whole region of the plan.</summary>
    public required string? ParentCode { get; init; }

    /// <summary>Which list the code is from; not all are GB/T 2260.</summary>
    public required string CodeSystem { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    /// <summary>填报主体, for example 奈曼旗人民政府.</summary>
    public required string ReportingBody { get; init; }

    /// <summary>市辖区, 旗, 县, 县级市, 开发区, 地级市.</summary>
    public required string Type { get; init; }

    public required int Order { get; init; }

    /// <summary>The named groups it counts towards besides the tree.</summary>
    public required IReadOnlyList<UnitSet> Sets { get; init; }

    public ReportingUnit? Parent { get; private set; }

    /// <summary>The units right below it, in official order.</summary>
    public IReadOnlyList<ReportingUnit> Children { get; private set; } = [];

    /// <summary>1 for the whole region, one more with every step down.</summary>
    public int Level => Parent is null ? 1 : Parent.Level + 1;

    /// <summary>The whole region (全市): its targets are the plan's own.</summary>
    public bool IsRoot => ParentCode is null;

    /// <summary>It reports itself; what has units below it is computed from them.</summary>
    public bool Reports => !IsRoot && Children.Count == 0;

    /// <summary>Itself and all below it, each before those below it.</summary>
    public IEnumerable<ReportingUnit> Subtree => Children.SelectMany(child => child.Subtree).Prepend(this);

    /// <summary>The units that its value is made from; of one that reports, itself.</summary>
    public IEnumerable<ReportingUnit> Reporting => Subtree.Where(unit => unit.Reports);

    /// <summary>Whether it is a unit or lies anywhere below it.</summary>
    public bool IsWithin(int unitId) => Id == unitId || Parent?.IsWithin(unitId) == true;

    public bool IsIn(UnitSet set) => Sets.Contains(set);

    internal void Place(ReportingUnit? parent, IReadOnlyList<ReportingUnit> children)
    {
        Parent = parent;
        Children = children;
    }
}
