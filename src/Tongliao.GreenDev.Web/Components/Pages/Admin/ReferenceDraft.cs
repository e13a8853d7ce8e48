using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What is typed on the reference sheet and not recorded yet.</summary>
/// <param name="sheet">What stands there.</param>
/// <param name="all">Whether the columns of every indicator are shown; what is typed into those that are not stays.</param>
public sealed class ReferenceDraft(ReferenceSheet sheet, bool all)
{
    private readonly Dictionary<ReferenceKey, string> typed = [];
    private readonly Dictionary<ReferenceKey, decimal?> changed = [];
    private readonly Dictionary<ReferenceKey, string> faults = [];

    public ReferenceSheet Sheet => sheet;

    public bool All { get; private set; } = all;

    /// <summary>Those that are shown.</summary>
    public IReadOnlyList<ReferenceColumn> Columns { get; private set; } = sheet.ColumnsOf(all);

    /// <summary>How many cells are typed into columns that are not shown.</summary>
    public int Unshown => typed.Keys.Count(key => !Columns.Any(column => column.KeyOf(key.UnitCode) == key));

    /// <summary>What is typed, with what it was typed over.</summary>
    public IReadOnlyList<TypedCell> Cells => [.. typed.Select(cell => new TypedCell(cell.Key, cell.Value, sheet[cell.Key].Version))];

    /// <summary>What is typed, as typed, of cells that it changes or that cannot be read.</summary>
    public IReadOnlyDictionary<ReferenceKey, string> Typed => typed;

    /// <summary>The numbers of cells that are changed; of one that cannot be read there is none.</summary>
    public IReadOnlyDictionary<ReferenceKey, decimal?> Changed => changed;

    public int Faults => faults.Count;

    public IReadOnlyList<ReferenceEntry> Entries => [.. changed.Select(cell => new ReferenceEntry(cell.Key, cell.Value, sheet[cell.Key].Version))];

    /// <summary>Whether a document is asked for: only of targets.</summary>
    public bool HasTargets => typed.Keys.Any(key => key.Year is not null);

    public string TextOf(ReferenceKey key) => typed.GetValueOrDefault(key) ?? NumberText.Display(sheet[key].Value);

    /// <summary>Chinese: why the text of a cell is no number; null when it is one, or empty.</summary>
    public string? FaultOf(ReferenceKey key) => faults.GetValueOrDefault(key);

    /// <summary>What the column comes to, as it is typed.</summary>
    public decimal? SumOf(ReferenceColumn column) => sheet.SumOf(column, changed);

    /// <summary>What a person, a block or a proposal puts into a cell; what stands there already changes nothing.</summary>
    public void Type(ReferenceKey key, string? text)
    {
        var read = NumberText.Read(text);
        typed.Remove(key);
        changed.Remove(key);
        faults.Remove(key);
        if (read.Fault is { } fault)
        {
            (typed[key], faults[key]) = (text ?? "", fault);
        }
        else if (read.Value != sheet[key].Value)
        {
            (typed[key], changed[key]) = (text ?? "", read.Value);
        }
    }

    public void Show(bool all) => (All, Columns) = (all, sheet.ColumnsOf(all));

    /// <summary>Puts in what was typed or read elsewhere, and shows every indicator where it has to be seen. What can no longer be set is left out.</summary>
    /// <returns>Chinese names of cells that somebody else has changed since they were typed over.</returns>
    public IReadOnlyList<string> Take(IEnumerable<TypedCell> cells)
    {
        var moved = new List<string>();
        foreach (var (key, text, version) in cells)
        {
            if (sheet.Columns.FirstOrDefault(column => column.WhySettled is null && column.KeyOf(key.UnitCode) == key) is not { } column || IndexOf(key.UnitCode) < 0)
            {
                continue;
            }

            Type(key, text);
            if (sheet[key].Version != version && typed.ContainsKey(key))
            {
                moved.Add($"{sheet.Units[IndexOf(key.UnitCode)].ShortName}第{column.Indicator.Number}项{column.Name}现为{(sheet[key].Value is { } value ? NumberText.Display(value) : "空")}");
            }
        }

        if (Unshown > 0)
        {
            Show(all: true);
        }

        return moved;
    }

    /// <summary>A block copied from a table, whose first cell goes where the person stands. Empty cells change nothing; what can no longer be set is left out.</summary>
    /// <returns>Chinese: what became of it.</returns>
    public string Paste(ReferenceKey at, IReadOnlyList<IReadOnlyList<string>> block)
    {
        var (row, first) = (IndexOf(at.UnitCode), Columns.ToList().FindIndex(column => column.KeyOf(at.UnitCode) == at));
        if (row + block.Count > sheet.Units.Count || first + block.Max(cells => cells.Count) > Columns.Count)
        {
            return $"粘贴的内容有{block.Count}行{block.Max(cells => cells.Count)}列，从这一格起放不下，没有填入任何数。请从左上角的格开始，只复制数值部分。";
        }

        var cells = (from line in block.Index()
                     from cell in line.Item.Index()
                     let column = Columns[first + cell.Index]
                     where cell.Item.Trim().Length > 0 && column.WhySettled is null
                     select (Key: column.KeyOf(sheet.Units[row + line.Index].Code), Text: cell.Item.Trim())).ToList();
        if (cells.Find(cell => NumberText.Read(cell.Text).Fault is not null) is { Key: not null } wrong)
        {
            return $"粘贴的内容里“{Shortened(wrong.Text)}”不是数，没有填入任何数。请只复制数值部分，行的顺序与总表一致。";
        }

        cells.ForEach(cell => Type(cell.Key, cell.Text));
        return $"已填入{cells.Count}格，尚未保存。";
    }

    /// <summary>Fills empty cells by a proposal (分解建议).</summary>
    /// <returns>Chinese: what became of it.</returns>
    public string Propose(DivisionWeights weights)
    {
        var units = sheet.Units.Select(unit => unit.Code).ToList();
        var filled = 0;
        foreach (var column in Columns.Where(column => column.WhySettled is null && (weights.IndicatorNumber ?? column.Indicator.Number) == column.Indicator.Number))
        {
            // A column in which something stands was begun by a person: what is left of the city's number is theirs to divide.
            if (units.Exists(unit => TextOf(column.KeyOf(unit)).Length > 0) || weights.Propose(column, units) is not { } parts)
            {
                continue;
            }

            foreach (var unit in units)
            {
                Type(column.KeyOf(unit), NumberText.Display(parts[unit]));
                filled++;
            }
        }

        return filled == 0 ? "没有整列为空、可以按此建议的指标，没有填入任何数。" : $"已按“{weights.Name}”填入{filled}格建议数，请逐格核对；尚未保存。";
    }

    private int IndexOf(string unitCode) => sheet.Units.ToList().FindIndex(unit => unit.Code == unitCode);

    private static string Shortened(string text) => text.Length <= 12 ? text : $"{text[..12]}…";
}
