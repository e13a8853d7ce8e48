using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Tongliao.GreenDev.Application.Data.PlanData;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Tests.PlanData;

/// <summary>Compares every fact of the built-in plan with the published text.</summary>
public sealed partial class PlanTextTests
{
    private static readonly PublishedText s_text = PublishedText.Current;
    private static readonly Plan s_plan = PlanFile.LoadBuiltIn();

    /// <summary>Words with which the text qualifies a number; the annex prints none of them.</summary>
    private static readonly string[] s_wordsOfTheText = ["力争", "以上", "突破", "以内"];

    public static TheoryData<int> TaskNumbers => [.. Enumerable.Range(1, 24)];

    public static TheoryData<int> IndicatorNumbers => [.. Enumerable.Range(1, 21)];

    [Fact]
    public void FullText_IsWhatWasPublished()
    {
        // The checksum was taken of the text as it was handed over: the portal's copy may not drift from it.
        Assert.Equal(
            "014868F948E93F6AA993499724935FDE9AFBC1AC44DEAF28ADFC5D99A42D76A7",
            Convert.ToHexString(SHA256.HashData(PublishedText.ReadBytes())));
        Assert.Equal(s_text.Whole, s_plan.FullText);
    }

    [Fact]
    public void Notice_IsQuoted()
    {
        Assert.Equal(s_text.Lines[0], s_plan.Issuer);
        Assert.Equal(s_text.Lines[1], $"关于印发《{s_plan.Title}》的通知");
        Assert.Equal(s_text.Lines[2], s_plan.DocumentNumber);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{s_plan.IssuedOn:yyyy年M月d日}"), s_text.Lines);
    }

    [Fact]
    public void Annex_IsQuoted()
    {
        Assert.Equal(s_text.AnnexTitle, s_plan.Annex.TitleLines);
        Assert.Equal(s_text.AnnexHeaders, s_plan.Annex.Headers);
        Assert.Equal(s_text.AnnexFooter, s_plan.Annex.Footer);
        Assert.Equal([$"{s_plan.FirstYear}年预期指标", $"{s_plan.LastYear}年指标"], s_text.AnnexHeaders.Skip(4));
    }

    [Fact]
    public void Sections_AreThoseOfTheText()
    {
        Assert.Equal(s_text.Tasks.Select(task => task.Heading).Distinct(), s_plan.Sections.Select(section => section.Heading));
        Assert.Equal(["四、保障措施"], s_plan.Sections.Where(section => section.IsSafeguard).Select(section => section.Heading));
    }

    [Fact]
    public void TasksAndIndicators_AreAllThere()
    {
        Assert.Equal(Enumerable.Range(1, 24), s_text.Tasks.Select(task => task.Number));
        Assert.Equal(Enumerable.Range(1, 24), s_plan.Tasks.Select(task => task.Number));
        Assert.Equal(Enumerable.Range(1, 21), s_text.Rows.Select(row => row.Number));
        Assert.Equal(Enumerable.Range(1, 21), s_plan.Indicators.Select(indicator => indicator.Number));
    }

    [Theory]
    [MemberData(nameof(TaskNumbers))]
    public void Task_IsQuoted(int number)
    {
        var printed = s_text.Task(number);
        var task = s_plan.Tasks.Single(candidate => candidate.Number == number);

        Assert.Equal(printed.Heading, s_plan.Sections.Single(section => section.Number == task.SectionNumber).Heading);
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
        var row = s_text.Row(number);
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
        foreach (var (cell, target) in s_text.Row(number).Targets.Zip(indicator.Targets))
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
        var cell = TargetCell().Match(s_text.Row(number).Targets[^1]);

        Assert.Contains(indicator.TaskPhrase, s_text.Task(indicator.TaskNumber).Text, StringComparison.Ordinal);
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
        var (inAnnex, inTask) = (s_text.Row(number).CanonicalNames, s_text.Task(indicator.TaskNumber).CanonicalNames);

        Assert.Equal(inAnnex.Except(inTask), indicator.OnlyInAnnex.Select(NameOf));
        Assert.Equal(inTask.Except(inAnnex), indicator.OnlyInTask.Select(NameOf));
    }

    [Theory]
    [MemberData(nameof(IndicatorNumbers))]
    public void Notes_SayEveryDifference(int number)
    {
        var indicator = Indicator(number);
        var (inAnnex, inTask) = (s_text.Row(number).CanonicalNames, s_text.Task(indicator.TaskNumber).CanonicalNames);
        List<string> due = [.. inAnnex.Except(inTask), .. inTask.Except(inAnnex)];
        due.AddRange(s_wordsOfTheText.Where(word => indicator.TaskPhrase.Contains(word, StringComparison.Ordinal)));
        if (inAnnex[0] != inTask[0])
        {
            due.Add($"正文首列{inTask[0]}，附件牵头{s_text.Row(number).Lead}");
        }

        var notes = string.Join('\n', indicator.Notes);
        Assert.All(due, words => Assert.Contains(words, notes, StringComparison.Ordinal));
    }

    [Fact]
    public void Departments_AreExactlyThoseNamed()
    {
        var named = s_text.Tasks.SelectMany(task => task.CanonicalNames).Concat(s_text.Rows.SelectMany(row => row.CanonicalNames));

        Assert.Equal(named.Distinct().Order(StringComparer.Ordinal), s_plan.Departments.Select(department => department.Name).Order(StringComparer.Ordinal));
        Assert.Equal(36, s_plan.Departments.Count);
    }

    [Fact]
    public void AnnexNames_AreThoseOfTheAnnex()
    {
        var printed = s_text.Rows.SelectMany(row => row.Cooperating.Prepend(row.Lead)).Distinct().ToDictionary(OfficialName.OfAnnex);

        Assert.All(s_plan.Departments, department => Assert.Equal(printed.GetValueOrDefault(department.Name), department.AnnexName));
    }

    [Fact]
    public void Commitments_AreQuotedAndNotInTheAnnex()
    {
        Assert.Equal(22, s_plan.Commitments.Count);
        Assert.All(s_plan.Commitments, commitment =>
        {
            Assert.Contains(commitment.Phrase, s_text.Task(commitment.TaskNumber).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(s_plan.Indicators, indicator => commitment.Phrase.Contains(indicator.TaskPhrase, StringComparison.Ordinal));
        });
        Assert.Distinct(s_plan.Commitments.Select(commitment => commitment.Phrase));
    }

    private static Indicator Indicator(int number) => s_plan.Indicators.Single(indicator => indicator.Number == number);

    private static IEnumerable<string> DepartmentsOf(Indicator indicator) =>
        indicator.CooperatingDepartmentIds.Prepend(indicator.LeadDepartmentId);

    private static string NameOf(string departmentId) =>
        s_plan.Departments.Single(department => department.Id == departmentId).Name;

    [GeneratedRegex(@"^(?<sign>>|逐年递增)?(?<number>[\d.]+)(?<unit>%|公里/平方公里|万平方米)(（(?:(?<from>\d{4})-2025年|城镇)）)?$")]
    private static partial Regex TargetCell();
}
