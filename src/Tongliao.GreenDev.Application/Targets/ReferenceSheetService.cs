using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>Records what was changed on the reference sheet (总表), all of it or nothing; the bureau only.</summary>
public sealed class ReferenceSheetService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>Records the cells, each with its own row of history and of the audit.</summary>
    /// <returns>How many were recorded.</returns>
    /// <exception cref="RefusalException">
    /// Not the bureau, nothing typed, something wrong (the fields are <c>entries[n]</c>, document, effectiveFrom), doubtful and not confirmed, or changed since it was read.
    /// </exception>
    public async Task<int> SetAsync(Caller caller, SetReferences command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        var sheet = ReferenceSheetQueries.SheetOf(reference);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManageTargets);
                scope.Actor.Require(Act.ManageBaselines);
                Faults(sheet, command).Refuse(RefusalCodes.InvalidTarget);
                RequireConfirmed(sheet, command);
                await scope.ReferenceChangedAsync();
                var (targets, baselines) = await RecordedAsync(scope, sheet, command);
                var changed = command.Entries.Select(entry => Change(scope, sheet, command, entry, targets, baselines)).OfType<string>().ToList();
                return changed.Count == 0
                    ? command.Entries.Count
                    : throw RefusalException.Conflict(
                        RefusalCodes.StaleVersion, $"{string.Join('、', changed)}在您打开之后已被修改，这次全部没有保存；请重新打开总表，核对后再填。");
            },
            cancellationToken);
    }

    /// <summary>What was recorded of the units and columns that are written, and of no others.</summary>
    private static async Task<(List<UnitTarget> Targets, List<Baseline> Baselines)> RecordedAsync(WriteScope scope, ReferenceSheet sheet, SetReferences command)
    {
        var located = command.Entries.Select(entry => Locate(sheet, entry.Key)).ToLookup(found => found.Column.IsBaseline);
        return (
            located.Contains(false) ? await OfTargetsAsync([.. located[false]]) : [],
            located.Contains(true) ? await OfBaselinesAsync([.. located[true]]) : []);

        Task<List<UnitTarget>> OfTargetsAsync(IReadOnlyList<(ReportingUnit Unit, ReferenceColumn Column)> written)
        {
            var (units, indicators, years) = (written.Select(cell => cell.Unit.Id).Distinct(), written.Select(cell => cell.Column.Indicator.Id).Distinct(), written.Select(cell => cell.Column.Year).Distinct());
            return scope.Db.UnitTargets.AsNoTracking()
                .Where(target => units.Contains(target.UnitId) && indicators.Contains(target.IndicatorId) && years.Contains(target.Year)).ToListAsync(scope.CancellationToken);
        }

        Task<List<Baseline>> OfBaselinesAsync(IReadOnlyList<(ReportingUnit Unit, ReferenceColumn Column)> written)
        {
            var (units, indicators) = (written.Select(cell => cell.Unit.Id).Distinct(), written.Select(cell => cell.Column.Indicator.Id).Distinct());
            return scope.Db.Baselines.AsNoTracking().Where(baseline => units.Contains(baseline.UnitId) && indicators.Contains(baseline.IndicatorId)).ToListAsync(scope.CancellationToken);
        }
    }

    /// <summary>Adds the row of one cell.</summary>
    /// <returns>The cell's name where somebody else changed it since it was read; null when it was added.</returns>
    private static string? Change(
        WriteScope scope, ReferenceSheet sheet, SetReferences command, ReferenceEntry entry, List<UnitTarget> targets, List<Baseline> baselines)
    {
        var (unit, column) = Locate(sheet, entry.Key);
        return column.IsBaseline
            ? ChangeBaseline(scope, unit, column, entry, baselines)
            : ChangeTarget(scope, unit, column, entry, command, targets);
    }

    private static string? ChangeBaseline(WriteScope scope, ReportingUnit unit, ReferenceColumn column, ReferenceEntry entry, List<Baseline> baselines)
    {
        var last = baselines.Where(baseline => baseline.UnitId == unit.Id && baseline.IndicatorId == column.Indicator.Id).MaxBy(baseline => baseline.Version);
        if ((last?.Version ?? 0) != entry.Version)
        {
            return ReferenceChecks.NameOf(unit, column);
        }

        ReferenceRows.AddBaseline(scope, unit, column.Indicator, last, ReportedInputs.None with { Amount = entry.Value });
        return null;
    }

    private static string? ChangeTarget(
        WriteScope scope, ReportingUnit unit, ReferenceColumn column, ReferenceEntry entry, SetReferences command, List<UnitTarget> targets)
    {
        var earlier = targets.Where(target => target.UnitId == unit.Id && target.IndicatorId == column.Indicator.Id && target.Year == column.Year).ToList();
        if (ReferenceRows.VersionOf(earlier) != entry.Version)
        {
            return ReferenceChecks.NameOf(unit, column);
        }

        ReferenceRows.AddTarget(
            scope, unit, column.Indicator, column.Year, earlier, entry.Value!.Value, TypedText.Document(command.Document)!, DayOf(command, column));
        return null;
    }

    private static DateOnly DayOf(SetReferences command, ReferenceColumn column) => command.EffectiveFrom ?? new DateOnly(column.Year, 1, 1);

    private static List<FieldFault> Faults(ReferenceSheet sheet, SetReferences command)
    {
        var faults = new List<FieldFault>();
        if (command.Entries.Count == 0 || command.Entries.Select(entry => entry.Key).Distinct().Count() != command.Entries.Count)
        {
            faults.Add(new FieldFault("entries", "没有要保存的数，或同一格给了两次，请核对后再保存。"));
        }

        var columns = command.Entries.Select(entry => Locate(sheet, entry.Key).Column).ToList();
        for (var i = 0; i < columns.Count; i++)
        {
            if (ReferenceChecks.FaultOf(columns[i], command.Entries[i].Value) is { } fault)
            {
                faults.Add(new FieldFault($"entries[{i}]", $"{ReferenceChecks.NameOf(Locate(sheet, command.Entries[i].Key).Unit, columns[i])}：{fault}"));
            }
        }

        var targets = columns.Where(column => !column.IsBaseline).ToList();
        if (targets.Count > 0 && TargetChecks.WrongDocument(command.Document) is { } wrongDocument)
        {
            faults.Add(new FieldFault("document", wrongDocument));
        }

        if (targets.Select(column => TargetChecks.WrongDay(sheet.Facts, column.Year, DayOf(command, column))).FirstOrDefault(fault => fault is not null) is { } wrongDay)
        {
            faults.Add(new FieldFault("effectiveFrom", wrongDay));
        }

        return faults;
    }

    private static void RequireConfirmed(ReferenceSheet sheet, SetReferences command)
    {
        if (!command.IsConfirmed && ReferenceDoubts.Of(sheet, command.Entries.ToDictionary(entry => entry.Key, entry => entry.Value)) is { Count: > 0 } doubts)
        {
            throw RefusalException.Invalid(
                RefusalCodes.ConfirmRequired, $"请核对并确认：{string.Join('；', doubts)}。", new FieldFault("isConfirmed", "请核对后勾选。"));
        }
    }

    private static (ReportingUnit Unit, ReferenceColumn Column) Locate(ReferenceSheet sheet, ReferenceKey key) => (
        sheet.Facts.Unit(key.UnitCode),
        sheet.Columns.FirstOrDefault(column => column.KeyOf(key.UnitCode) == key)
            ?? throw RefusalException.NotFound($"总表没有第{key.IndicatorNumber}项的这一列，请核对序号和年份。"));
}
