using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What is typed on the reference sheet and not recorded yet.</summary>
/// <param name="sheet">What stands there.</param>
public sealed class ReferenceDraft(ReferenceSheet sheet)
{
    private readonly Dictionary<ReferenceKey, string> typed = [];
    private readonly Dictionary<ReferenceKey, decimal?> changed = [];
    private readonly Dictionary<ReferenceKey, string> faults = [];

    public ReferenceSheet Sheet => sheet;

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

    /// <summary>A block copied from a table, whose first cell goes where the person stands. Empty cells change nothing; what can no longer be set is left out.</summary>
    /// <returns>Chinese: what became of it.</returns>
    public string Paste(ReferenceKey at, IReadOnlyList<IReadOnlyList<string>> block)
    {
        var (row, first) = (IndexOf(at.UnitCode), sheet.Columns.ToList().FindIndex(column => column.KeyOf(at.UnitCode) == at));
        if (row + block.Count > sheet.Units.Count || first + block.Max(cells => cells.Count) > sheet.Columns.Count)
        {
            return $"粘贴的内容有{block.Count}行{block.Max(cells => cells.Count)}列，从这一格起放不下，没有填入任何数。请从左上角的格开始，只复制数值部分。";
        }

        var cells = (from line in block.Index()
                     from cell in line.Item.Index()
                     let column = sheet.Columns[first + cell.Index]
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
        foreach (var column in sheet.Columns.Where(column => column.WhySettled is null && (weights.IndicatorNumber ?? column.Indicator.Number) == column.Indicator.Number))
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
