using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Tests.Organisation;

/// <summary>A city with a county that reports and a district of two towns which report in its place.</summary>
public sealed class UnitTreeTests
{
    private readonly UnitTree tree = new([
        Unit(4, "150502002", "150502", order: 2), Unit(3, "150502001", "150502", order: 1),
        Unit(5, "150525", "150500", order: 2), Unit(2, "150502", "150500", order: 1, UnitSet.CentralUrban), Unit(1, "150500", null, order: 1),
    ]);

    [Fact]
    public void All_UnitsInAnyOrder_StandInOfficialOrderEachBeforeThoseBelowIt()
    {
        Assert.Equal([1, 2, 3, 4, 5], tree.All.Select(unit => unit.Id));
        Assert.Equal(1, tree.Root.Id);
        Assert.Equal([2, 5], tree.Root.Children.Select(unit => unit.Id));
    }

    [Fact]
    public void Reporting_UnitsWithOthersBelowThem_AreNotAmongThem()
    {
        Assert.Equal([3, 4, 5], tree.Reporting.Select(unit => unit.Id));
        Assert.Equal([3, 4], Of(2).Reporting.Select(unit => unit.Id));
        Assert.Equal([5], Of(5).Reporting.Select(unit => unit.Id));
        Assert.Equal([false, false, true, true, true], tree.All.Select(unit => unit.Reports));
    }

    // The whole region is what the plan is of; it never reports, not even before its units are known.
    [Fact]
    public void Reports_ARootAlone_DoesNot() => Assert.Empty(new UnitTree([Unit(1, "150500", null, order: 1)]).Reporting);

    [Fact]
    public void Level_EachStepDown_IsOneMore()
    {
        Assert.Equal([1, 2, 3, 3, 2], tree.All.Select(unit => unit.Level));
        Assert.Equal([true, false, false, false, false], tree.All.Select(unit => unit.IsRoot));
        Assert.Null(tree.Root.Parent);
        Assert.Same(Of(2), Of(3).Parent);
    }

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(3, 2, true)]
    [InlineData(3, 1, true)]
    [InlineData(3, 4, false)]
    [InlineData(3, 5, false)]
    [InlineData(2, 3, false)] // not the other way round
    [InlineData(1, 2, false)]
    public void IsWithin_ItselfAndAllAbove_Are(int unit, int other, bool expected) => Assert.Equal(expected, Of(unit).IsWithin(other));

    [Fact]
    public void IsIn_ASet_IsWhatItsUnitSaysAlone() =>
        Assert.Equal([2], tree.All.Where(unit => unit.IsIn(UnitSet.CentralUrban)).Select(unit => unit.Id));

    [Fact]
    public void Construct_NoneOrTwoWithoutAParent_IsAnError()
    {
        Assert.Throws<InvalidOperationException>(() => new UnitTree([]));
        Assert.Throws<InvalidOperationException>(() => new UnitTree([Unit(1, "150500", null, order: 1), Unit(2, "150600", null, order: 2)]));
    }

    private ReportingUnit Of(int id) => tree.All.Single(unit => unit.Id == id);

    private static ReportingUnit Unit(int id, string code, string? parent, int order, params UnitSet[] sets)
    {
        var unit = new ReportingUnit
        {
            Code = code, ParentCode = parent, CodeSystem = "", Name = code, ShortName = code, ReportingBody = "", Type = "", Order = order, Sets = sets,
        };

        // Its key, which only the database gives.
        typeof(ReportingUnit).GetProperty(nameof(ReportingUnit.Id))!.SetValue(unit, id);
        return unit;
    }
}
