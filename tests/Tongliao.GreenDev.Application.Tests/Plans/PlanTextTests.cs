using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Tests.Plans;

/// <summary>Compares every fact of the built-in plan with the published text.</summary>
public sealed partial class PlanTextTests
{
    private static readonly PublishedText Text = PublishedText.Current;
    private static readonly Plan Plan = PlanFile.LoadBuiltIn();

    /// <summary>Words with which the text qualifies a number; the annex prints none of them.</summary>
    private static readonly string[] WordsOfTheText = ["力争", "以上", "突破", "以内"];

    public static TheoryData<int> TaskNumbers => [.. Enumerable.Range(1, 24)];

    public static TheoryData<int> IndicatorNumbers => [.. Enumerable.Range(1, 21)];

    [Fact]
    public void FullText_IsWhatWasPublished()
    {
        // The checksum was taken of the text as it was handed over: the portal's copy may not drift from it.
        Assert.Equal(
            "014868F948E93F6AA993499724935FDE9AFBC1AC44DEAF28ADFC5D99A42D76A7",
            Convert.ToHexString(SHA256.HashData(PublishedText.ReadBytes())));
        Assert.Equal(Text.Whole, Plan.FullText);
    }

    [Fact]
    public void Notice_IsQuoted()
    {
        Assert.Equal(Text.Lines[0], Plan.Issuer);
        Assert.Equal(Text.Lines[1], $"关于印发《{Plan.Title}》的通知");
        Assert.Equal(Text.Lines[2], Plan.DocumentNumber);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{Plan.IssuedOn:yyyy年M月d日}"), Text.Lines);
    }

    [Fact]
    public void Annex_IsQuoted()
    {
        Assert.Equal(Text.AnnexTitle, Plan.Annex.TitleLines);
        Assert.Equal(Text.AnnexHeaders, Plan.Annex.Headers);
        Assert.Equal(Text.AnnexFooter, Plan.Annex.Footer);
        Assert.Equal([$"{Plan.FirstYear}年预期指标", $"{Plan.LastYear}年指标"], Text.AnnexHeaders.Skip(4));
    }

    [Fact]
    public void Sections_AreThoseOfTheText()
    {
        Assert.Equal(Text.Tasks.Select(task => task.Heading).Distinct(), Plan.Sections.Select(section => section.Heading));
        Assert.Equal(["四、保障措施"], Plan.Sections.Where(section => section.IsSafeguard).Select(section => section.Heading));
    }

    [Fact]
    public void TasksAndIndicators_AreAllThere()
    {
        Assert.Equal(Enumerable.Range(1, 24), Text.Tasks.Select(task => task.Number));
        Assert.Equal(Enumerable.Range(1, 24), Plan.Tasks.Select(task => task.Number));
        Assert.Equal(Enumerable.Range(1, 21), Text.Rows.Select(row => row.Number));
        Assert.Equal(Enumerable.Range(1, 21), Plan.Indicators.Select(indicator => indicator.Number));
    }

    [Theory]
    [MemberData(nameof(TaskNumbers))]
    public void Task_IsQuoted(int number)
    {
        var printed = Text.Task(number);
        var task = Plan.Tasks.Single(candidate => candidate.Number == number);

        Assert.Equal(printed.Heading, Plan.Sections.Single(section => section.Number == task.SectionNumber).Heading);
        Assert.Equal(printed.Title, task.Title);
        Assert.Equal(printed.Text, task.Text);
        Assert.Equal(printed.Responsible, task.ResponsibleText);
        Assert.Equal(printed.PrintedNames, task.Departments.Select(entry => entry.PrintedName));
        Assert.Equal(printed.CanonicalNames, task.Departments.Select(entry => NameOf(entry.DepartmentId)));
    }

    [Theory]
    [MemberData(nameof(IndicatorNumbers))]
    public void Indicator_IsTheRowOfTheAnnex(int number)
    {
        var row = Text.Row(number);
        var indicator = Indicator(number);

        Assert.Equal(row.Name, indicator.Name);
        Assert.Equal(row.Lead, indicator.Annex.Lead);
        Assert.Equal(row.Cooperating.Count == 0 ? "/" : string.Join('\n', row.Cooperating), indicator.Annex.Cooperating);
        Assert.Equal(row.Targets, indicator.Annex.Targets);
        Assert.Equal(row.CanonicalNames, DepartmentsOf(indicator).Select(NameOf));
    }

    [Theory]
    [MemberData(nameof(IndicatorNumbers))]
    public void Targets_AreTheNumbersOfTheAnnex(int number)
    {
        var indicator = Indicator(number);
        foreach (var (cell, target) in Text.Row(number).Targets.Zip(indicator.Targets))
        {
            var parts = TargetCell().Match(cell);
            Assert.True(parts.Success, cell);
            Assert.Equal(decimal.Parse(parts.Groups["number"].Value, CultureInfo.InvariantCulture), target.Value);
            Assert.Equal(parts.Groups["unit"].Value, indicator.Unit);
            Assert.Equal(parts.Groups["sign"].Value == ">", target.Comparison == Comparison.MoreThan);
            Assert.Equal(parts.Groups["sign"].Value == "逐年递增", target.Basis == TargetBasis.Increase);
            Assert.Equal(parts.Groups["from"].Value, target.WindowStartYear?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
        }
    }

    [Theory]
    [MemberData(nameof(IndicatorNumbers))]
    public void TaskPhrase_IsQuotedAndSetsTheLastYearsNumber(int number)
    {
        var indicator = Indicator(number);
        var cell = TargetCell().Match(Text.Row(number).Targets[^1]);

        Assert.Contains(indicator.TaskPhrase, Text.Task(indicator.TaskNumber).Text, StringComparison.Ordinal);
        Assert.Contains(cell.Groups["number"].Value + cell.Groups["unit"].Value, indicator.TaskPhrase, StringComparison.Ordinal);
        Assert.Equal(indicator.TaskPhrase.Contains("力争", StringComparison.Ordinal), indicator.IsAspirational);
        Assert.Equal(indicator.TaskPhrase.Contains("突破", StringComparison.Ordinal), indicator.TextAsksForMore);
        Assert.Equal(indicator.TaskPhrase.Contains("以内", StringComparison.Ordinal), indicator.Targets[^1].Comparison == Comparison.AtMost);
    }

    [Theory]
    [MemberData(nameof(IndicatorNumbers))]
    public void Differences_BetweenTextAndAnnex_AreKept(int number)
    {
        var indicator = Indicator(number);
        var (inAnnex, inTask) = (Text.Row(number).CanonicalNames, Text.Task(indicator.TaskNumber).CanonicalNames);

        Assert.Equal(inAnnex.Except(inTask), indicator.OnlyInAnnex.Select(NameOf));
        Assert.Equal(inTask.Except(inAnnex), indicator.OnlyInTask.Select(NameOf));
    }

    [Theory]
    [MemberData(nameof(IndicatorNumbers))]
    public void Notes_SayEveryDifference(int number)
    {
        var indicator = Indicator(number);
        var (inAnnex, inTask) = (Text.Row(number).CanonicalNames, Text.Task(indicator.TaskNumber).CanonicalNames);
        List<string> due = [.. inAnnex.Except(inTask), .. inTask.Except(inAnnex)];
        due.AddRange(WordsOfTheText.Where(word => indicator.TaskPhrase.Contains(word, StringComparison.Ordinal)));
        if (inAnnex[0] != inTask[0])
        {
            due.Add($"正文首列{inTask[0]}，附件牵头{Text.Row(number).Lead}");
        }

        var notes = string.Join('\n', indicator.Notes);
        Assert.All(due, words => Assert.Contains(words, notes, StringComparison.Ordinal));
    }

    [Fact]
    public void Departments_AreExactlyThoseNamed()
    {
        var named = Text.Tasks.SelectMany(task => task.CanonicalNames).Concat(Text.Rows.SelectMany(row => row.CanonicalNames));

        Assert.Equal(named.Distinct().Order(StringComparer.Ordinal), Plan.Departments.Select(department => department.Name).Order(StringComparer.Ordinal));
        Assert.Equal(36, Plan.Departments.Count);
    }

    [Fact]
    public void AnnexNames_AreThoseOfTheAnnex()
    {
        var printed = Text.Rows.SelectMany(row => row.Cooperating.Prepend(row.Lead)).Distinct().ToDictionary(OfficialName.OfAnnex);

        Assert.All(Plan.Departments, department => Assert.Equal(printed.GetValueOrDefault(department.Name), department.AnnexName));
    }

    [Fact]
    public void Commitments_WithAYear_AreThoseTheTextDates()
    {
        Assert.Equal([1, 4, 5, 6, 7], Plan.Commitments.Where(commitment => commitment.UntilYear == 2025).Select(commitment => commitment.Number));
        Assert.Equal([(17, 2024), (19, 2023), (20, 2023)], Plan.Commitments.Where(commitment => commitment.SinceYear is not null).Select(commitment => (commitment.Number, commitment.SinceYear!.Value)));

        // 2023年起 begins the sentence of both: the second phrase does not repeat it.
        Assert.All(
            Plan.Commitments.Where(commitment => commitment.Number != 20),
            commitment => Assert.Equal(commitment.Phrase.Contains("到2025年", StringComparison.Ordinal), commitment.UntilYear is not null));
        Assert.All(
            Plan.Commitments.Where(commitment => commitment.Number != 20),
            commitment => Assert.Equal(commitment.Phrase.Contains("年起", StringComparison.Ordinal), commitment.SinceYear is not null));
    }

    [Fact]
    public void Commitments_AreQuotedAndNotInTheAnnex()
    {
        Assert.Equal(22, Plan.Commitments.Count);
        Assert.All(Plan.Commitments, commitment =>
        {
            Assert.Contains(commitment.Phrase, Text.Task(commitment.TaskNumber).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Plan.Indicators, indicator => commitment.Phrase.Contains(indicator.TaskPhrase, StringComparison.Ordinal));
        });
        Assert.Distinct(Plan.Commitments.Select(commitment => commitment.Phrase));
    }

    private static Indicator Indicator(int number) => Plan.Indicators.Single(indicator => indicator.Number == number);

    private static IEnumerable<string> DepartmentsOf(Indicator indicator) =>
        indicator.CooperatingDepartmentIds.Prepend(indicator.LeadDepartmentId);

    private static string NameOf(string departmentId) =>
        Plan.Departments.Single(department => department.Id == departmentId).Name;

    [GeneratedRegex(@"^(?<sign>>|逐年递增)?(?<number>[\d.]+)(?<unit>%|公里/平方公里|万平方米)(（(?:(?<from>\d{4})-2025年|城镇)）)?$")]
    private static partial Regex TargetCell();
}
