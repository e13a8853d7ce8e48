using System.Globalization;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Reads a workbook made from the template of a report, cell by cell beside what stands there now.</summary>
internal sealed class ReportWorkbookReader
{
    private const string ReasonLabel = "不适用原因";

    private readonly UnitReport report;
    private readonly WorkbookSheet table;
    private readonly Dictionary<string, (int Version, string Text)> downloaded;
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);
    private readonly List<SaveValue> saves = [];
    private readonly List<ImportedCell> cells = [];
    private readonly List<string> faults = [];
    private readonly List<string> moved = [];

    private ReportWorkbookReader(UnitReport report, WorkbookSheet table, Dictionary<string, (int Version, string Text)> downloaded) =>
        (this.report, this.table, this.downloaded) = (report, table, downloaded);

    /// <exception cref="RefusalException">It is not made from the template, or from that of another plan, unit or quarter.</exception>
    public static ReportImport Read(Workbook book, UnitReport report)
    {
        var keys = book.Sheets.FirstOrDefault(found => found.Name == ReportTemplate.KeysName && found[1, 1].Text.StartsWith("greendev-report-", StringComparison.Ordinal))
            ?? throw WorkbookRefusals.Of("这不是季度填报的模板，认不出指标。请在填报页点“下载模板”，把数填进下载的表格（不删隐藏的列和工作表）后再导入。");
        RequireSame(keys, report);
        var table = book.Sheets.FirstOrDefault(found => found != keys && HeadRowOf(found) is not null)
            ?? throw WorkbookRefusals.Of("模板中的“季度填报”工作表或它的隐藏列被删了，认不出指标。请重新下载模板，填好后再导入。");
        var reader = new ReportWorkbookReader(report, table, DownloadedOf(keys));
        reader.FindRows(HeadRowOf(table)!.Value);
        foreach (var entry in report.Entries)
        {
            reader.ReadEntry(entry);
        }

        return new ReportImport(new ReportKey(report.Unit.Code, report.Period.Quarter), reader.faults.Count > 0 ? [] : reader.saves, reader.cells, reader.faults, reader.moved);
    }

    private static void RequireSame(WorkbookSheet keys, UnitReport report)
    {
        const string advice = "请在本页点“下载模板”，填好后再导入。";
        if (keys[1, 1].Text != ReportTemplate.Mark)
        {
            throw WorkbookRefusals.Of("这是旧版的模板，与现在的填报表不一致。" + advice);
        }

        if (keys[2, 1].Text != report.Facts.Plan.Key)
        {
            throw WorkbookRefusals.Of("这份模板是另一个方案的。" + advice);
        }

        if (keys[3, 1].Text != report.Unit.Code)
        {
            var whose = report.Facts.Plan.Units.FirstOrDefault(unit => unit.Code == keys[3, 1].Text)?.ShortName ?? "其他单位";
            throw WorkbookRefusals.Of($"这份模板是{whose}的，不是{report.Unit.ShortName}的。{advice}");
        }

        if (keys[4, 1].Text != report.Period.Quarter.ToString())
        {
            var when = Quarter.TryParse(keys[4, 1].Text, out var other) ? other.ChineseName : "另一个季度";
            throw WorkbookRefusals.Of($"这份模板是{when}的，不是{report.Period.Quarter.ChineseName}的。{advice}");
        }
    }

    private static int? HeadRowOf(WorkbookSheet table)
    {
        for (var row = 1; row <= Math.Min(40, table.LastRow); row++)
        {
            if (table[row, ReportTemplate.KeyColumn].Text == ReportTemplate.Mark)
            {
                return row;
            }
        }

        return null;
    }

    private static Dictionary<string, (int Version, string Text)> DownloadedOf(WorkbookSheet keys)
    {
        var found = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
        for (var row = ReportTemplate.FirstKeyRow; row <= keys.LastRow; row++)
        {
            if (int.TryParse(keys[row, 2].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                found[keys[row, 1].Text] = (version, keys[row, 3].Text);
            }
        }

        return found;
    }

    private void FindRows(int head)
    {
        var known = report.Entries.SelectMany(entry => entry.Indicator.Inputs.Select(field => ReportTemplate.KeyOf(entry.Indicator, field.Key))).ToHashSet(StringComparer.Ordinal);
        for (var row = head + 1; row <= table.LastRow; row++)
        {
            var key = table[row, ReportTemplate.KeyColumn].Text;
            if (known.Contains(key) && !rows.TryAdd(key, row))
            {
                faults.Add($"{table.PlaceOf(row, ReportTemplate.InputColumn)}：这一行与第{rows[key]}行重复，不知以哪一行为准。请删去其中一行。");
            }
        }
    }

    private void ReadEntry(ReportEntry entry)
    {
        var (before, faultsBefore) = (cells.Count, faults.Count);
        var statement = StatementOf(entry);
        if (faults.Count > faultsBefore || statement == entry.Statement)
        {
            cells.RemoveRange(before, cells.Count - before);
            return;
        }

        if (!entry.Status.IsWithClerk())
        {
            faults.Add($"{PlaceOf(entry)}：第{entry.Indicator.Number}项{entry.Status.Word()}，不能修改；确需修改时请联系审核人退回，或把表中这一项改回现在的数。");
            return;
        }

        if (DraftChecks.Faults(entry.Indicator, statement) is { Count: > 0 } wrong)
        {
            faults.AddRange(wrong.Select(fault => $"{PlaceOf(entry)}（第{entry.Indicator.Number}项）：{fault.Message}"));
            return;
        }

        saves.Add(new SaveValue(new ValueKey(report.Unit.Code, report.Period.Quarter, entry.Indicator.Number), statement, entry.Version, Guid.CreateVersion7()) { NoteAnswers = true });
    }

    private Statement StatementOf(ReportEntry entry)
    {
        var (indicator, inputs) = (entry.Indicator, entry.Statement.Inputs);
        foreach (var field in indicator.Inputs)
        {
            var key = ReportTemplate.KeyOf(indicator, field.Key);
            if (rows.TryGetValue(key, out var row))
            {
                inputs = inputs.With(field.Key, NumberAt(entry, field, row, downloaded.GetValueOrDefault(key)));
            }
        }

        var first = rows.GetValueOrDefault(ReportTemplate.KeyOf(indicator, indicator.Inputs[0].Key));
        if (first == 0)
        {
            return entry.Statement with { Inputs = inputs };
        }

        var note = TextAt(entry, "备注", first, ReportTemplate.NoteColumn, ReportTemplate.NoteKeyOf(indicator), entry.Statement.Note);
        var reason = TextAt(entry, ReasonLabel, first, ReportTemplate.ReasonColumn, ReportTemplate.ReasonKeyOf(indicator), entry.Statement.NotApplicableReason);
        return entry.Statement with
        {
            Note = note,
            Inputs = reason is not null && inputs == entry.Statement.Inputs ? WithoutNumbers(entry, inputs) : inputs,
            NotApplicableReason = inputs == entry.Statement.Inputs ? reason : WithoutReason(entry, reason, first),
        };
    }

    /// <summary>不适用 was written beside cells that were emptied: then the numbers go.</summary>
    private ReportedInputs WithoutNumbers(ReportEntry entry, ReportedInputs inputs)
    {
        var standing = entry.Indicator.Inputs.Where(field => inputs[field.Key] is not null).ToList();
        if (entry.Indicator.Inputs.Any(field => rows.TryGetValue(ReportTemplate.KeyOf(entry.Indicator, field.Key), out var row) && IsFilled(row, ReportTemplate.InputColumn)))
        {
            return inputs;
        }

        cells.AddRange(standing.Select(field => new ImportedCell(entry.Indicator.Number, field.Label, NumberText.Display(inputs[field.Key]), "")));
        return ReportedInputs.None;
    }

    /// <summary>Numbers were written beside a reason that was emptied: then the reason goes.</summary>
    private string? WithoutReason(ReportEntry entry, string? reason, int row)
    {
        if (reason is null || IsFilled(row, ReportTemplate.ReasonColumn))
        {
            return reason;
        }

        cells.Add(new ImportedCell(entry.Indicator.Number, ReasonLabel, reason, ""));
        return null;
    }

    private bool IsFilled(int row, int column) => table[row, column] is { Kind: not WorkbookCellKind.Empty, Text.Length: > 0 };

    private decimal? NumberAt(ReportEntry entry, InputField field, int row, (int Version, string Text) before)
    {
        var stands = entry.Statement.Inputs[field.Key];
        var (typed, fault) = table[GivenAt(entry.Indicator, field.Key, row), ReportTemplate.InputColumn].Number(text => SheetNumber.Read(text, field.Unit));
        if (fault is not null)
        {
            faults.Add($"{table.PlaceOf(row, ReportTemplate.InputColumn)}（第{entry.Indicator.Number}项“{field.Label}”）：{fault}");
            return stands;
        }

        return Decide(entry, field.Label, NumberText.Display(stands), before.Text, NumberText.Display(typed)) ? typed : stands;
    }

    /// <summary>Where a number is typed: one that is shared (共用数) in the first of its rows, unless somebody wrote over the formula that fetches it.</summary>
    private int GivenAt(Indicator indicator, InputKey key, int row)
    {
        var giver = report.Facts.Plan.FactsOf(indicator.Number).FirstOrDefault(fact => fact.KeyOf(indicator.Number) == key)?.Uses[0];
        return giver is not null && table[row, ReportTemplate.InputColumn].IsFormula
            && rows.TryGetValue(ReportTemplate.KeyOf(report.Facts.Indicator(giver.IndicatorNumber), giver.Key), out var first) ? first : row;
    }

    private string? TextAt(ReportEntry entry, string label, int row, int column, string key, string? stands)
    {
        var typed = TypedText.Clean(table[row, column].Text);
        return Decide(entry, label, stands ?? "", downloaded.GetValueOrDefault(key).Text, typed ?? "") ? typed : stands;
    }

    /// <summary>
    /// Whether what the cell says is to stand. A cell that still says what was downloaded changes nothing, whatever was done in the portal since; nor does
    /// an empty one, for a number is taken away in the portal, where that is seen.
    /// </summary>
    private bool Decide(ReportEntry entry, string label, string stands, string? before, string typed)
    {
        var isTyped = typed.Length > 0 && typed != (before ?? "") && typed != stands;
        if (isTyped)
        {
            cells.Add(new ImportedCell(entry.Indicator.Number, label, stands, typed));
        }

        if (stands != (before ?? "") && typed != stands)
        {
            moved.Add($"第{entry.Indicator.Number}项{label}：下载时{Said(before)}，现在{Said(stands)}，{(isTyped ? $"表中{Said(typed)}，请核对" : "表中未改，保留现在的")}");
        }

        return isTyped;
    }

    private static string Said(string? text) => string.IsNullOrEmpty(text) ? "为空" : $"为{text}";

    private string PlaceOf(ReportEntry entry) =>
        rows.TryGetValue(ReportTemplate.KeyOf(entry.Indicator, entry.Indicator.Inputs[0].Key), out var row) ? table.PlaceOf(row, ReportTemplate.InputColumn) : $"“{table.Name}”";
}
