using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Domain.Tests.Verification;

/// <summary>What a file said, what it says, and what the portal says now.</summary>
public sealed class FileComparisonTests
{
    private static readonly ValueKey Figure = new("150502", new Quarter(2025, 3), 3);
    private static readonly MarkedFact Fact = new("监测表!I5", "150502/3/2025Q3/value", "97.5");

    [Theory]
    [InlineData("97.5", "97.50", true)]
    [InlineData("97.5", " 97.5\n", true)]
    [InlineData("0.3333333333", "0.33333333329999997", true)]
    [InlineData("123456.1234567891", "123456.123456789", true)]
    [InlineData("0.3333333333", "0.3333333334", false)]
    [InlineData("-1", "1", false)]
    [InlineData("1", "1%", false)]
    [InlineData("●达标 暂", "●达标\n暂", true)]
    [InlineData("●达标", "▲预警", false)]
    [InlineData("—", "", true)]
    [InlineData("—", "0", false)]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950334", false)]
    [InlineData("79228162514264337593543950336", "79228162514264337593543950337", false)]
    public void Same_IsSaidToFifteenDigitsAndWhateverTheBlanks(string one, string other, bool isSame)
    {
        Assert.Equal(isSame, FactText.Same(one, other));
        Assert.Equal(isSame, FactText.Same(other, one));
    }

    [Theory]
    [InlineData(FactWhat.Value, "150502/3/2025Q3/value")]
    [InlineData(FactWhat.State, "150502/3/2025Q3/state")]
    [InlineData(FactWhat.Numerator, "150502/3/2025Q3/numerator")]
    public void Key_IsReadAsItIsWritten(FactWhat what, string text)
    {
        Assert.Equal(text, new FactKey(Figure, what).ToString());
        Assert.Equal(new FactKey(Figure, what), FactKey.Read(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("150502/3/2025Q3")]
    [InlineData("150502/3/2025Q3/value/1")]
    [InlineData("/3/2025Q3/value")]
    [InlineData("150502/-3/2025Q3/value")]
    [InlineData("150502/3/2025Q5/value")]
    [InlineData("150502/3/2025Q3/colour")]
    [InlineData("150502/3/2025Q3/0")]
    [InlineData("150502/3/2025Q3/")]
    public void Key_WhatIsNone_IsNone(string text) => Assert.Null(FactKey.Read(text));

    [Fact]
    public void Input_OfATypedNumber_IsThatNumber_OfAllElseNone()
    {
        Assert.All(Enum.GetValues<InputKey>(), input => Assert.Equal(input, FactKey.OfInput(Figure, input).Input));
        Assert.Null(new FactKey(Figure, FactWhat.Value).Input);
    }

    [Fact]
    public void File_AsItWas_AndStillTrue_HasNothingToTell()
    {
        var found = Compare([Fact, new("监测表!A1", "", "标题")], [("监测表!I5", new("97.5")), ("监测表!A1", new("标题"))], now: "97.5");

        Assert.Equal((0, 0, 2, 1, 0, 0), (found.Altered.Count, found.Superseded.Count, found.Marked, found.Compared, found.PassedOver, found.Unknown));
    }

    [Fact]
    public void File_AsItWas_ButNotTrueAnyMore_IsSuperseded()
    {
        var found = Compare([Fact], [("监测表!I5", new("97.5"))], now: "98");

        Assert.Empty(found.Altered);
        Assert.Equal([new ChangedFact("监测表!I5", "科尔沁区 第3项 数值", "97.5", "98", Figure)], found.Superseded);
    }

    [Fact]
    public void File_Changed_IsAltered_BesidesWhatIsSuperseded()
    {
        var found = Compare([Fact], [("监测表!I5", new("99"))], now: "98");

        Assert.Equal([new ChangedFact("监测表!I5", "科尔沁区 第3项 数值", "97.5", "99", Figure)], found.Altered);
        Assert.Equal(("97.5", "98"), (found.Superseded[0].Earlier, found.Superseded[0].Later));
    }

    [Fact]
    public void File_WithMoreThanItHad_IsAlteredThere()
    {
        var found = Compare([Fact], [("监测表!I5", new("97.5"))], now: "97.5", besides: ("监测表!Z9", new PlacedText("另行说明")));

        Assert.Equal([new ChangedFact("监测表!Z9", null, "", "另行说明", null)], found.Altered);
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    [InlineData(true, true, false)]
    public void Formula_IsTakenByItsValue_WhereOneStoodThere(bool wasReckoned, bool isUnknown, bool isAltered)
    {
        var found = Compare([Fact with { IsReckoned = wasReckoned }], [("监测表!I5", new(isUnknown ? "" : "97.5", IsReckoned: true, isUnknown))], now: "97.5");

        Assert.Equal(isAltered, found.Altered.Count == 1);
        Assert.Equal(wasReckoned && isUnknown ? 1 : 0, found.Unknown);
    }

    [Fact]
    public void Reckoned_OtherThanItWas_IsAltered() =>
        Assert.Single(Compare([Fact with { IsReckoned = true }], [("监测表!I5", new("12", IsReckoned: true))], now: "97.5").Altered);

    [Fact]
    public void Reader_WhoMayNotKnow_IsToldThePlaceAlone()
    {
        var found = FileComparison.Of([Fact], _ => new PlacedText("99"), [], new Dictionary<string, PresentFact>());

        Assert.Equal([new ChangedFact("监测表!I5", null, null, "99", null)], found.Altered);
        Assert.Equal((0, 0, 1), (found.Superseded.Count, found.Compared, found.PassedOver));
    }

    [Fact]
    public void Reader_WhoKnowsOnlyWhatIsNow_IsNotToldWhatWas()
    {
        var found = FileComparison.Of(
            [Fact], _ => new PlacedText("99"), [], new Dictionary<string, PresentFact> { [Fact.Key] = new("全市 第3项 数值", "97.5", TellsEarlier: false) });

        Assert.Equal([("全市 第3项 数值", null, "99")], found.Altered.Select(changed => (changed.Label, changed.Earlier, changed.Later)));
    }

    [Theory]
    [InlineData("97.5", "97.5")]
    [InlineData("", null)]
    public void Reader_WhoKnowsOnlyWhatIsNow_IsToldWhatWas_AsFarAsTheFileStillSaysIt(string standing, string? earlier)
    {
        var found = FileComparison.Of(
            [Fact], _ => new PlacedText(standing), [], new Dictionary<string, PresentFact> { [Fact.Key] = new("全市 第3项 数值", "98", TellsEarlier: false) });

        Assert.Equal([(earlier, "98")], found.Superseded.Select(changed => (changed.Earlier, changed.Later)));
    }

    [Fact]
    public void Words_AreNotComparedWithNow()
    {
        var found = Compare([Fact], [("监测表!I5", new("97.5"))], now: null);

        Assert.Equal((0, 0, 0), (found.Superseded.Count, found.Compared, found.PassedOver));
    }

    [Theory]
    [InlineData(4, 2, false)]
    [InlineData(4, 3, true)]
    public void MostlyElsewhere_IsOutOfPlace(int facts, int altered, bool isOutOfPlace)
    {
        var found = FileComparison.Of(
            [.. Enumerable.Range(1, facts).Select(row => new MarkedFact($"表!A{row}", "", "原文"))],
            place => new PlacedText(place[3] - '0' <= altered ? "移来" : "原文"),
            [],
            new Dictionary<string, PresentFact>());

        Assert.Equal((altered, isOutOfPlace), (found.Altered.Count, found.IsOutOfPlace));
    }

    private static FileComparison Compare(
        IReadOnlyList<MarkedFact> facts, (string Place, PlacedText Placed)[] standing, string? now, params (string, PlacedText)[] besides) => FileComparison.Of(
        facts,
        place => standing.Single(one => one.Place == place).Placed,
        besides,
        new Dictionary<string, PresentFact> { [Fact.Key] = new("科尔沁区 第3项 数值", now, TellsEarlier: true) { Figure = Figure } });
}
