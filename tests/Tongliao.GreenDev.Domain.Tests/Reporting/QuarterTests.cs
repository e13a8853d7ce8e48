using System.Text.Json;
namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>Calendar quarters and their written form.</summary>
public sealed class QuarterTests
{
    [Theory]
    [InlineData("2024Q1", 2024, 3, 31)]
    [InlineData("2024Q2", 2024, 6, 30)]
    [InlineData("2024Q3", 2024, 9, 30)]
    [InlineData("2025Q4", 2025, 12, 31)]
    public void LastDay_IsTheReportDate(string quarter, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Quarter.Parse(quarter).LastDay);

    [Fact]
    public void Neighbours_CrossTheYear()
    {
        Assert.Equal(new Quarter(2024, 4), new Quarter(2025, 1).Previous);
        Assert.Equal(new Quarter(2025, 1), new Quarter(2024, 4).Next);
        Assert.Equal(new Quarter(2024, 2), new Quarter(2024, 3).Previous);
        Assert.Equal(new Quarter(2024, 3), new Quarter(2024, 2).Next);
        Assert.Equal(new Quarter(2024, 3), new Quarter(2025, 3).YearEarlier);
        Assert.Equal(new Quarter(2024, 4), new Quarter(2025, 2).PreviousYearEnd);
        Assert.True(new Quarter(2024, 4).IsYearEnd);
        Assert.False(new Quarter(2024, 3).IsYearEnd);
    }

    [Fact]
    public void Order_IsByYearThenNumber()
    {
        Assert.True(new Quarter(2024, 4) < new Quarter(2025, 1));
        Assert.True(new Quarter(2024, 2) > new Quarter(2024, 1));
        Assert.True(new Quarter(2024, 2) <= new Quarter(2024, 2));
        Assert.True(new Quarter(2024, 2) >= new Quarter(2024, 2));
        Assert.False(new Quarter(2024, 2) >= new Quarter(2024, 3));
        Assert.False(new Quarter(2024, 3) <= new Quarter(2024, 2));
        Assert.False(new Quarter(2024, 2) < Quarter.Parse("2024Q2"));
        Assert.False(new Quarter(2024, 2) > Quarter.Parse("2024Q2"));
    }

    [Theory]
    [InlineData("2024Q1", "2024年一季度")]
    [InlineData("2024Q2", "2024年二季度")]
    [InlineData("2025Q3", "2025年三季度")]
    [InlineData("2025Q4", "2025年四季度")]
    public void Names_AreChinese(string quarter, string name) => Assert.Equal(name, Quarter.Parse(quarter).ChineseName);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2024Q0")]
    [InlineData("2024Q5")]
    [InlineData("2024q1")]
    [InlineData("24Q1")]
    [InlineData("2024-1")]
    [InlineData(" 2024Q1")]
    [InlineData("2024Q1 ")]
    [InlineData("2024Q11")]
    [InlineData("+024Q1")]
    [InlineData("-024Q1")]
    [InlineData(" 024Q1")]
    [InlineData("0000Q1")]
    [InlineData("9999Q1")]
    [InlineData("２０２４Q1")]
    [InlineData("2024Q１")]
    public void TryParse_AnythingElse_IsRefused(string? text)
    {
        Assert.False(Quarter.TryParse(text, out var quarter));
        Assert.Equal(default, quarter);
    }

    [Theory]
    [InlineData("0001Q1", 1, 1)]
    [InlineData("9998Q4", 9998, 4)]
    public void TryParse_FirstAndLastYear_AreRead(string text, int year, int number)
    {
        Assert.True(Quarter.TryParse(text, out var quarter));
        Assert.Equal(new Quarter(year, number), quarter);
    }

    [Fact]
    public void Parse_NoQuarter_ThrowsAndQuotesIt() =>
        Assert.Equal("'2024' is not a quarter such as 2024Q1.", Assert.Throws<FormatException>(() => Quarter.Parse("2024")).Message);

    [Fact]
    public void TextForm_RoundTrips()
    {
        for (var quarter = new Quarter(2023, 1); quarter < new Quarter(2027, 1); quarter = quarter.Next)
        {
            Assert.Equal(quarter, Quarter.Parse(quarter.ToString()));
        }

        Assert.Equal("0001Q1", new Quarter(1, 1).ToString());
    }

    [Theory]
    [InlineData(2024, 0)]
    [InlineData(2024, 5)]
    [InlineData(0, 1)]
    [InlineData(9999, 1)]
    public void Construct_OutOfRange_Throws(int year, int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(year, number));

    [Fact]
    public void Json_IsItsName()
    {
        var key = new ReportKey("150525", Quarter.Parse("2025Q3"));

        var json = JsonSerializer.Serialize(key);

        Assert.Equal("""{"UnitCode":"150525","Quarter":"2025Q3"}""", json);
        Assert.Equal(key, JsonSerializer.Deserialize<ReportKey>(json));
        var refused = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ReportKey>("""{"UnitCode":"150525","Quarter":"2025Q5"}"""));
        Assert.Contains("2024Q1", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025Q5")]
    [InlineData("2025q3")]
    public void Read_NoQuarter_IsTheOneThatNoPlanHas(string? text) => Assert.Equal(default, Quarter.Read(text));

    [Theory]
    [InlineData(null, null)]
    [InlineData("2025Q3", "2025Q3")]
    [InlineData("", "0000Q0")] // given, but no quarter: refused, not passed over
    [InlineData("2025Q5", "0000Q0")]
    public void ReadOptional_NothingGiven_AsksForNothing(string? text, string? expected) => Assert.Equal(expected, Quarter.ReadOptional(text)?.ToString());

    [Fact]
    public void Keys_AreWrittenAsPaths()
    {
        var report = new ReportKey("150525", Quarter.Parse("2025Q3"));

        Assert.Equal(("150525/2025Q3", "150525/2025Q3/2"), (report.ToString(), report.Of(2).ToString()));
        Assert.Equal(report, report.Of(2).Report);
    }
}
