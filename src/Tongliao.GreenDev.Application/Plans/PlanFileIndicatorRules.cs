using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>What an indicator owes the rest of its plan file, and what its measure asks of it.</summary>
internal sealed class PlanFileIndicatorRules
{
    private readonly PlanFileContent file;
    private readonly PlanFaults faults;
    private readonly Indicator indicator;
    private readonly string path;

    private PlanFileIndicatorRules(PlanFileContent file, PlanFaults faults, Indicator indicator, string path)
    {
        this.file = file;
        this.faults = faults;
        this.indicator = indicator;
        this.path = path;
    }

    public static void Check(PlanFileContent file, PlanFaults faults)
    {
        faults.RequireAscending("$.indicators", ".number", file.Indicators, indicator => indicator.Number);
        faults.RequireUnique("$.indicators", ".name", file.Indicators, indicator => indicator.Name);
        for (var i = 0; i < file.Indicators.Count; i++)
        {
            var rules = new PlanFileIndicatorRules(file, faults, file.Indicators[i], $"$.indicators[{i}]");
            rules.CheckPlace();
            rules.CheckDepartments();
            rules.CheckInputs();
            rules.CheckRanges();
            rules.CheckJudged();
        }
    }

    /// <summary>The same of an indicator as a reading has it judged.</summary>
    public static void CheckJudged(PlanFileContent file, PlanFaults faults, Indicator indicator, string path) =>
        new PlanFileIndicatorRules(file, faults, indicator, path).CheckJudged();

    private void CheckJudged()
    {
        CheckScope();
        CheckMeasure();
        CheckCurve();
        new PlanFileTargetRules(file.Meta, indicator, path, faults).Check();
    }

    private void CheckPlace() =>
        PlanFileRules.RequireInTask(indicator.TaskNumber, indicator.TaskPhrase, file, path, "taskPhrase", faults);

    private void CheckScope()
    {
        var hasCentre = file.Regions.Any(unit => unit.IsIn(UnitSet.CentralUrban));
        Require(indicator.CityScope != CityScope.CentralUrban || hasCentre, ".cityScope", "没有一个填报单位属于市中心城区");
    }

    private void CheckDepartments()
    {
        var named = new List<string> { indicator.LeadDepartmentId };
        named.AddRange(indicator.CooperatingDepartmentIds);
        RequireKnown(".leadDepartmentId", indicator.LeadDepartmentId);
        for (var i = 0; i < indicator.CooperatingDepartmentIds.Count; i++)
        {
            var id = indicator.CooperatingDepartmentIds[i];
            RequireKnown($".cooperatingDepartmentIds[{i}]", id);
            Require(named.IndexOf(id) == i + 1, $".cooperatingDepartmentIds[{i}]", $"“{id}”重复");
        }

        Require(indicator.Annex.Lead == AnnexNames(named.Take(1)), ".annex.lead", "与leadDepartmentId的annexName不一致");
        Require(indicator.Annex.Cooperating == AnnexNames(named.Skip(1)), ".annex.cooperating", "与cooperatingDepartmentIds的annexName不一致");
        if (file.Tasks.FirstOrDefault(task => task.Number == indicator.TaskNumber) is { } task)
        {
            var ofTask = task.Departments.Select(entry => entry.DepartmentId).ToList();
            Require(indicator.OnlyInAnnex.SequenceEqual(named.Except(ofTask)), ".onlyInAnnex", "与附件和任务的部门之差不一致");
            Require(indicator.OnlyInTask.SequenceEqual(ofTask.Except(named)), ".onlyInTask", "与附件和任务的部门之差不一致");
        }
    }

    private void CheckMeasure()
    {
        Require(indicator.DisplayDecimals is >= 0 and <= 4, ".displayDecimals", "应为0至4");
        Require(!indicator.IsSum || !indicator.IsPercentage, ".unit", "累计量的单位不能是%");
        Require(indicator.Kind != MeasureKind.WaterLoss || indicator.IsPercentage, ".unit", "漏损率的单位应为%");
        Require(!indicator.ZeroOverZeroIsNotApplicable || !indicator.IsSum, ".zeroOverZeroIsNotApplicable", "累计量没有分母");
        Require(!indicator.BaselineRequired || indicator.IsSum, ".baselineRequired", "只有累计量需要基数");
        Require(indicator.Tolerance.Value >= 0, ".tolerance.value", "不得为负");
        var kind = indicator.Tolerance.Kind;
        var fits = indicator.IsPercentage
            ? kind == ToleranceKind.PercentagePoints
            : kind == ToleranceKind.Absolute || (kind == ToleranceKind.ShareOfTarget && indicator.IsSum);
        Require(fits, ".tolerance.kind", "百分比用percentagePoints，其余用absolute，累计量也可用shareOfTarget");
    }

    private void CheckInputs()
    {
        var keys = indicator.Inputs.Select(input => input.Key).ToList();
        InputKey[] needed = indicator.Kind switch
        {
            MeasureKind.StockRatio or MeasureKind.FlowRatio => [InputKey.Numerator, InputKey.Denominator],
            MeasureKind.WaterLoss => [InputKey.Supplied, InputKey.Billed, InputKey.Correction],
            MeasureKind.Sum => [InputKey.Amount],
        };
        Require(keys.SequenceEqual(needed), ".inputs", $"应依次为{string.Join("、", needed.Select(key => PlanFileShape.Spelling(key.ToString())))}");
        if (keys.Count == 0)
        {
            return;
        }

        var units = indicator.Inputs.Where(input => input.Key != InputKey.Correction).Select(input => input.Unit).Distinct().ToList();
        Require(!indicator.IsPercentage || units.Count == 1, ".inputs", "百分比的各项单位应相同");
        Require(!indicator.IsSum || units[0] == indicator.Unit, ".inputs[0].unit", "应与指标单位相同");
        for (var i = 0; i < indicator.Inputs.Count; i++)
        {
            var input = indicator.Inputs[i];
            var isAlike = indicator.Inputs.All(other => other.Unit != input.Unit || other.IsCount == input.IsCount);
            Require(isAlike, $".inputs[{i}].isCount", $"同以“{input.Unit}”为单位的各项应相同");
        }
    }

    private void CheckRanges()
    {
        var (hard, soft) = (indicator.HardRange, indicator.SoftRange);
        Require(hard.Lower < hard.Upper, ".hardRange", "下限应小于上限");
        Require(soft.Lower < soft.Upper, ".softRange", "下限应小于上限");
        Require(hard.Contains(soft.Lower) && hard.Contains(soft.Upper), ".softRange", "应在hardRange之内");
    }

    private void CheckCurve()
    {
        var curve = indicator.ProgressCurve;
        Require(curve.Count == 4, ".progressCurve", "应有四个季度的值");
        Require(curve.All(share => share is >= 0 and <= 1), ".progressCurve", "应在0与1之间");
        Require(curve.Zip(curve.Skip(1)).All(pair => pair.First <= pair.Second), ".progressCurve", "应由小到大");
        Require(curve.Count == 0 || curve[^1] == 1, ".progressCurve", "末值应为1");
    }

    private void RequireKnown(string member, string id) =>
        Require(Find(id) is not null, member, $"没有id为“{id}”的部门");

    /// <summary>A cell of the annex: one name a line, “/” for none.</summary>
    private string AnnexNames(IEnumerable<string> ids)
    {
        var cell = string.Join('\n', ids.Select(id => Find(id)?.AnnexName));
        return cell.Length == 0 ? "/" : cell;
    }

    private Department? Find(string id) => file.Departments.FirstOrDefault(department => department.Id == id);

    private void Require(bool holds, string member, string message) => faults.Require(holds, path + member, message);
}
