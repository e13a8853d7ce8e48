using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>What an open question owes the rest of its plan file: indicators that are there, and readings that can be switched between.</summary>
internal sealed class PlanFileQuestionRules
{
    private readonly PlanFileContent file;
    private readonly PlanFaults faults;
    private readonly OpenQuestion question;
    private readonly string path;

    private PlanFileQuestionRules(PlanFileContent file, PlanFaults faults, int index)
    {
        this.file = file;
        this.faults = faults;
        question = file.OpenQuestions[index];
        path = $"$.openQuestions[{index}]";
    }

    public static void Check(PlanFileContent file, PlanFaults faults)
    {
        faults.RequireUnique("$.openQuestions", ".id", file.OpenQuestions, question => question.Id);
        for (var i = 0; i < file.OpenQuestions.Count; i++)
        {
            var rules = new PlanFileQuestionRules(file, faults, i);
            rules.CheckIndicators();
            rules.CheckReadings();
        }
    }

    private void CheckIndicators()
    {
        var numbers = question.IndicatorNumbers;
        faults.RequireAscending($"{path}.indicatorNumbers", string.Empty, numbers, number => number);
        for (var j = 0; j < numbers.Count; j++)
        {
            faults.Require(Find(numbers[j]) is not null, $"{path}.indicatorNumbers[{j}]", $"没有序号{numbers[j]}的指标");
        }
    }

    private void CheckReadings()
    {
        var readings = question.Readings;
        faults.Require(readings.Count != 1, $"{path}.readings", "至少两种读法；只涉及定义的问题写[]");
        faults.Require(readings.Count == 0 || readings.Count(reading => reading.IsDefault) == 1, $"{path}.readings", "应有且只有一种为默认");
        faults.RequireUnique($"{path}.readings", ".key", readings, reading => reading.Key);
        for (var i = 0; i < readings.Count; i++)
        {
            var at = $"{path}.readings[{i}]";
            faults.Require(PlanFileRules.IsIdentifier(readings[i].Key, '-'), $"{at}.key", "只能用小写字母、数字和“-”，以字母开头");
            faults.Require(
                Decided(readings[i]).SetEquals(Decided(readings[0])), $"{at}.changes", "各种读法应规定相同的内容，才能互相替换");
            CheckChanges(readings[i], at);
        }
    }

    private void CheckChanges(QuestionReading reading, string at)
    {
        var numbers = reading.Changes.SelectMany(change => change.IndicatorNumbers).ToList();
        faults.Require(numbers.Count == numbers.Distinct().Count(), $"{at}.changes", "同一指标只能出现一次");
        foreach (var number in numbers.Distinct())
        {
            var isKnown = question.IndicatorNumbers.Contains(number) && Find(number) is not null;
            faults.Require(isKnown, $"{at}.changes", $"指标{number}不在本问题涉及的指标之中");
            if (isKnown)
            {
                CheckResult(Find(number)!, reading.Of(number)!, reading.IsDefault, at);
            }
        }
    }

    /// <summary>What comes out is an indicator that a plan could have had; of the default the one that it has.</summary>
    private void CheckResult(Indicator indicator, IndicatorChange change, bool isDefault, string at)
    {
        faults.Require(
            change.Targets.All(target => indicator.TargetOf(target.Year) is not null), $"{at}.changes", $"指标{indicator.Number}没有这一年的目标");
        var judged = indicator.Under(change);
        if (isDefault)
        {
            faults.Require(IsSame(indicator, judged), $"{at}.changes", $"默认读法应与指标{indicator.Number}所载一致");
        }
        else
        {
            PlanFileIndicatorRules.CheckJudged(file, faults, judged, at);
        }
    }

    private static bool IsSame(Indicator one, Indicator other) =>
        one.Targets.SequenceEqual(other.Targets) && one.Tolerance == other.Tolerance && one.ProgressCurve.SequenceEqual(other.ProgressCurve)
        && one.CityScope == other.CityScope && one.RatesUncorrectedLoss == other.RatesUncorrectedLoss;

    private static HashSet<string> Decided(QuestionReading reading) =>
        [.. reading.Changes.SelectMany(part => part.IndicatorNumbers.SelectMany(number => part.Change.Members.Select(member => $"{number}.{member}")))];

    private Indicator? Find(int number) => file.Indicators.FirstOrDefault(indicator => indicator.Number == number);
}
