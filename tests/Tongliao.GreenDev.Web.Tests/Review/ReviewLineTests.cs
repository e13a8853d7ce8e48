using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Review;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Review;

/// <summary>A waiting value on the screen, and what is heard of it meanwhile.</summary>
public sealed class ReviewLineTests
{
    private static readonly Quarter Quarter = new(2025, 3);

    [Theory]
    [InlineData(3, 90, false, false)]
    [InlineData(3, 20, true, true)]
    [InlineData(5, 90, true, false)]
    public void Hear_SameVersionWithAnotherLight_IsJudgedAnew(int version, int numerator, bool isNews, bool isJudgedAnew)
    {
        var line = Line();

        line.Hear(Entry(version, numerator));

        Assert.Equal((isNews, isJudgedAnew), (line.Newer is not null, line.IsJudgedAnew));
        Assert.Equal((3, RagStatus.Green), (line.Entry.Version, line.Entry.Rating.State));
    }

    [Fact]
    public void Renew_WhatHasChanged_IsUnseenUntilItIsDrawn_AndAnotherAct()
    {
        var line = Line();
        var operation = line.Operation;
        line.Hear(Entry(version: 3, numerator: 20));

        line.Renew();

        Assert.True(line.IsUnseen);
        Assert.Equal(["数据没有改动；目标、基数有调整，判定随之改变"], line.Changes);
        Assert.NotEqual(operation, line.Operation);
        line.HasBeenSeen();
        Assert.False(line.IsUnseen);
    }

    [Fact]
    public void Renew_NothingChanged_IsSeenAlready()
    {
        var line = Line();
        line.Hear(Entry(version: 3, numerator: 90));

        line.Renew();

        Assert.False(line.IsUnseen);
    }

    private static ReviewLine Line() => new(Entry(version: 3, numerator: 90))
    {
        Lead = BuiltInPlan.Facts.Department(TestData.Indicator(2).LeadDepartmentId),
        IsActedFor = false,
    };

    /// <summary>The statement is the same; the light is of what it is measured by.</summary>
    private static ReportEntry Entry(int version, int numerator)
    {
        var known = TestData.Unit(BuiltInPlan.Naiman.Code).Ratio("2025Q3", numerator, 100).Build();
        var rating = RatingRules.RateUnit(TestData.Indicator(2), Quarter, known);
        var statement = new Statement { Inputs = new ReportedInputs { Numerator = 90, Denominator = 100 } };
        return new ReportEntry(TestData.Indicator(2), statement, ValueStatus.CountyReview, version, null, null, null, known, rating, []);
    }
}
