using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Domain.Tests.Rectifications;

public sealed class RectificationTests
{
    // A Monday.
    private static readonly DateTimeOffset Start = new(2025, 10, 13, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("GGG", "")]
    [InlineData("GAG", "")]
    [InlineData("R", "1-")]
    [InlineData("GR", "2-")]
    [InlineData("RG", "1-2")]
    [InlineData("RAG", "1-3")]
    [InlineData("RAA", "1-")]
    [InlineData("RRG", "1-3")]
    [InlineData("RN", "1-2")]
    [InlineData("RDRG", "1-4")]
    [InlineData("RGRAGR", "1-2 3-5 6-")]
    [InlineData("NRG", "2-3")]
    [InlineData("RC", "1-2")]
    [InlineData("RCR", "1-2 3-")]
    [InlineData("CRCCG", "2-3")]
    public void Of_LightsOfSuccessiveQuarters_OpensByRedAndClosesByGreenAcceptedOrNotApplicable(string lights, string expected)
    {
        var found = Rectification.Of(Lights(lights)).Select(one => $"{Place(one.Opened)}-{(one.Closed is { } closed ? Place(closed) : "")}");

        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void Of_AnyLights_EachBeginsRed_AtMostTheLastIsOpen_AndNoneOverlap()
    {
        var random = new Random(20231104);
        for (var round = 0; round < 2_000; round++)
        {
            var lights = new string([.. Enumerable.Range(0, random.Next(9)).Select(_ => "GARNDC"[random.Next(6)])]);
            var found = Rectification.Of(Lights(lights)).ToList();

            Assert.All(found, one => Assert.Equal(RagStatus.Red, one.Opened.State));
            Assert.All(found.SkipLast(1), one => Assert.False(one.IsOpen));
            Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.Closed!.Value.Quarter < pair.Second.Opened.Quarter));

            // Whatever is red lies within one of them.
            Assert.All(Lights(lights).Where(light => light.State == RagStatus.Red), red => Assert.Contains(found, one =>
                one.Opened.Quarter.CompareTo(red.Quarter) <= 0 && (one.IsOpen || red.Quarter < one.Closed!.Value.Quarter)));
        }
    }

    [Fact]
    public void Latest_IsTheLastLight_NotWhatHasNone()
    {
        var one = Assert.Single(Rectification.Of(Lights("RAD")));

        Assert.Equal((RagStatus.Amber, 2), (one.Latest.State, Place(one.Latest)));
    }

    [Theory]
    [InlineData(13, null, RectificationState.Unarranged)]
    [InlineData(16, null, RectificationState.Unarranged)]
    [InlineData(17, null, RectificationState.Overdue)]
    [InlineData(17, 31, RectificationState.UnderWay)]
    [InlineData(31, 31, RectificationState.UnderWay)]
    [InlineData(32, 31, RectificationState.Overdue)]
    public void StateOf_OpenOne_GoesByTheArrangedDay_OrTheDayForArranging(int october, int? dueOctober, RectificationState expected)
    {
        var one = Assert.Single(Rectification.Of([new ApprovedLight(new Quarter(2025, 3), RagStatus.Red, Start)]));
        var arranged = dueOctober is { } day ? Arranged(new DateOnly(2025, 10, day)) : null;
        var clock = new ReactionClock(new WorkCalendar([]), Days: 3, new DateOnly(2025, 10, 1).AddDays(october - 1), instant => instant.DateTime);

        Assert.Equal(expected, new KeptRectification(one, arranged is null ? [] : [arranged], ToldAt: null).StateOf(clock));
    }

    [Fact]
    public void StateOf_Closed_IsClosed_HoweverLate()
    {
        var one = Assert.Single(Rectification.Of(Lights("RG")));
        var clock = new ReactionClock(new WorkCalendar([]), Days: 3, new DateOnly(2030, 1, 1), instant => instant.DateTime);

        Assert.Equal(RectificationState.Closed, new KeptRectification(one, [Arranged(new DateOnly(2025, 10, 20))], ToldAt: null).StateOf(clock));
    }

    [Fact]
    public void DueOn_CorrectedAndStillRed_CountsFromWhenTheCountyWasTold_NotAnew()
    {
        var corrected = Assert.Single(Rectification.Of([new ApprovedLight(new Quarter(2025, 3), RagStatus.Red, Start.AddDays(20))]));
        var clock = new ReactionClock(new WorkCalendar([]), Days: 3, new DateOnly(2025, 10, 20), instant => instant.DateTime);

        Assert.Equal(new DateOnly(2025, 10, 16), new KeptRectification(corrected, [], Start).DueOn(clock));
    }

    [Theory]
    // The red value itself, and an amber one after it.
    [InlineData("RAG", 1, 1)]
    [InlineData("RAG", 2, 1)]

    // A correction has made an earlier value red: what was arranged for the later one goes on.
    [InlineData("RRG", 2, 1)]

    // A correction has made the red value green (g: after the next was approved): what was arranged goes on with the red one that followed.
    [InlineData("gR", 1, 2)]
    [InlineData("gRGR", 1, 2)]

    // Green by a correction before the next turned red, or never red: nothing goes on.
    [InlineData("GR", 1, 0)]
    [InlineData("gGR", 1, 0)]
    [InlineData("gNR", 1, 0)]
    [InlineData("gAR", 1, 3)]
    [InlineData("gAA", 1, 0)]
    [InlineData("RGR", 2, 1)]
    public void Of_WhatWasToldAndArrangedForAQuarter_StaysWithTheRectificationThatGoesOn(string lights, int quarter, int opened)
    {
        var arranged = Arranged(new DateOnly(2025, 10, 20), At(quarter));
        var opening = new RectificationOpening { PlanId = 1, UnitId = 1, IndicatorId = 1, Opened = At(quarter), Recorded = arranged.Recorded };

        var holders = KeptRectification.Of([.. Lights(lights)], [arranged], [opening]).Where(one => one.Arranged is not null).ToList();

        Assert.Equal(opened == 0 ? [] : [opened], holders.Select(one => Place(one.Rectification.Opened)));
        Assert.All(holders, one => Assert.Equal(Start, one.ToldAt));
    }

    [Fact]
    public void Of_AnyLightsAndArrangements_EachIsHeldAtMostOnce_AndWhatIsWrittenForAnOpeningByIt()
    {
        var random = new Random(20231104);
        for (var round = 0; round < 2_000; round++)
        {
            ApprovedLight[] lights = [.. Lights(new string([.. Enumerable.Range(0, 8).Select(_ => "GgARND"[random.Next(6)])]))];
            RectificationArrangement[] arrangements = [.. Enumerable.Range(1, 8).Select(quarter => Arranged(new DateOnly(2025, 10, 20), At(quarter)))];

            var kept = KeptRectification.Of(lights, arrangements, []);

            var held = kept.SelectMany(one => one.Arrangements).ToList();
            Assert.Equal(held.Count, held.Distinct().Count());
            Assert.All(kept, one => Assert.Contains(one.Arrangements, arrangement => arrangement.Opened == one.Rectification.Opened.Quarter));
        }
    }

    private static RectificationArrangement Arranged(DateOnly due, Quarter? opened = null) => new()
    {
        PlanId = 1,
        UnitId = 1,
        IndicatorId = 1,
        Opened = opened ?? new Quarter(2025, 3),
        Version = 1,
        Measures = "完成3个小区管网改造",
        Owner = "旗住建局",
        DueOn = due,
        IsDueSetByBureau = false,
        Recorded = new Recording(Start, null, "系统"),
    };

    private static IEnumerable<ApprovedLight> Lights(string letters) => letters.Select((letter, place) => new ApprovedLight(
        At(place + 1),
        letter switch
        {
            'G' or 'g' => RagStatus.Green,
            'A' => RagStatus.Amber,
            'R' => RagStatus.Red,
            'N' => RagStatus.NotApplicable,
            'C' => RagStatus.Accepted,
            _ => RagStatus.NotDue,
        },
        Start.AddDays(letter == 'g' ? place + 10 : place)));

    private static Quarter At(int place) => new(2024 + ((place - 1) / 4), ((place - 1) % 4) + 1);

    private static int Place(ApprovedLight light) => ((light.Quarter.Year - 2024) * 4) + light.Quarter.Number;
}
