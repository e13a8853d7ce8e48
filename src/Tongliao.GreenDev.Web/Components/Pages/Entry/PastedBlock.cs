using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>
/// A block of cells laid on the report, its first cell on one field: rows go down the annex and columns along the fields of each row,
/// whatever the filter shows. It fits as a whole or is refused as a whole; empty cells leave their field alone. A row with one number
/// takes it from either of two columns, as tables with 分子 and 分母 have them.
/// </summary>
public sealed class PastedBlock
{
    private const int MaxQuoted = 12;

    /// <summary>What people write where there is no number.</summary>
    private static readonly string[] Fillers = ["-", "—", "——", "－", "/", "／", "无"];

    private readonly List<PastedNumber> numbers = [];
    private readonly List<string> faults = [];
    private readonly List<string> remarks = [];
    private bool isTooWide;

    private PastedBlock()
    {
    }

    /// <summary>What is to be written, in the order of the annex; of no use when there are faults.</summary>
    public IReadOnlyList<PastedNumber> Numbers => numbers;

    /// <summary>Chinese: what does not fit and where.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Chinese: what goes elsewhere than it stands, or nowhere; to be seen before it is written.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>Chinese: what to do about the faults.</summary>
    public string Advice => isTooWide
        ? "请只复制数值列（不含序号、指标名称、单位、说明等列），从对应的输入框起重新粘贴。"
        : "请核对起始的输入框和复制的范围，改好后重新粘贴。";

    public IReadOnlyList<EntryLine> Lines => [.. numbers.Select(number => number.Line).Distinct()];

    /// <summary>Lays a block on the report.</summary>
    /// <param name="lines">All rows, in the order of the annex.</param>
    /// <param name="shared">Which of their fields hold one number.</param>
    /// <param name="number">序号 of the row that takes the first cell.</param>
    /// <param name="field">Its field, by <c>data-field</c>.</param>
    /// <param name="text">As the clipboard has it.</param>
    public static PastedBlock Of(IList<EntryLine> lines, SharedFields shared, int number, string field, string text)
    {
        var block = new PastedBlock();
        var rows = ClipboardTable.Read(text);
        var first = lines.TakeWhile(line => line.Indicator.Number != number).Count();
        var column = lines[first].Typed.IndexOf(field) ?? 0;
        for (var down = 0; down < rows.Count; down++)
        {
            if (IsEmpty(rows[down]))
            {
                continue;
            }

            if (first + down >= lines.Count)
            {
                block.faults.Add($"附件只有{lines.Count}项，从第{number}项起还能放{lines.Count - first}行，内容多出{LastFilled(rows) - down + 1}行。");
                break;
            }

            block.Lay(lines[first + down], column, rows[down]);
        }

        block.faults.AddRange(shared.FaultsOf(block.numbers));
        if (block.faults.Count == 0 && block.numbers.Count == 0)
        {
            block.faults.Add("粘贴的单元格都是空的。");
        }

        return block;
    }

    /// <summary>Fills one row that the reader has before them: no need to ask.</summary>
    public bool IsOneRow(int number) => faults.Count == 0 && remarks.Count == 0 && numbers.All(pasted => pasted.Line.Indicator.Number == number);

    public void Fill()
    {
        foreach (var pasted in numbers)
        {
            pasted.Line.Type(pasted.Index, pasted.Text);
        }

        foreach (var line in Lines)
        {
            line.EndWait();
        }
    }

    private void Lay(EntryLine line, int column, IReadOnlyList<string> cells)
    {
        if (RefusalOf(line) is { } refusal)
        {
            faults.Add($"{NameOf(line)}：{refusal}");
            return;
        }

        if (line.Fields is [var only] && OneOf(column, cells, only.Definition.Unit) is { } given)
        {
            if (given.Count > 0)
            {
                LayOne(line, given);
            }

            return;
        }

        for (var right = 0; right < cells.Count; right++)
        {
            if (string.IsNullOrWhiteSpace(cells[right]))
            {
                continue;
            }

            if (column + right >= line.Fields.Count)
            {
                isTooWide = true;
                var labels = string.Join('、', line.Fields.Select(field => field.Definition.Label));
                faults.Add($"{NameOf(line)}：只有{line.Fields.Count}个数（{labels}），多出“{Quoted(cells[right])}”。");
                return;
            }

            Read(line, column + right, cells[right]);
        }
    }

    /// <summary>What stands for one number in the columns of 分子 and 分母; null where the block is wider, or where something else than numbers stands there.</summary>
    private static List<(bool IsBeside, string Cell)>? OneOf(int column, IReadOnlyList<string> cells, string unit)
    {
        var filled = cells.Select((cell, right) => (IsBeside: column + right > 0, Column: column + right, Cell: cell))
            .Where(given => !string.IsNullOrWhiteSpace(given.Cell) && !(given.IsBeside && Fillers.Contains(given.Cell.Trim()))).ToList();
        return filled.Any(given => given.Column > 1 || (given.IsBeside && SheetNumber.Read(given.Cell, unit).Fault is not null))
            ? null
            : filled.ConvertAll(given => (given.IsBeside, given.Cell));
    }

    private void LayOne(EntryLine line, List<(bool IsBeside, string Cell)> given)
    {
        var (isBeside, cell) = given[0];
        var (label, unit) = (line.Fields[0].Definition.Label, line.Fields[0].Definition.Unit);
        Read(line, 0, cell);
        if (isBeside)
        {
            remarks.Add($"{NameOf(line)}：只有1个数（{label}），取右边一列的“{Quoted(cell)}”。");
        }
        else if (given.Count > 1 && SheetNumber.Read(given[1].Cell, unit).Value != SheetNumber.Read(cell, unit).Value)
        {
            remarks.Add($"{NameOf(line)}：只有1个数（{label}），取“{Quoted(cell)}”，右边一列的“{Quoted(given[1].Cell)}”不填入。");
        }
    }

    private void Read(EntryLine line, int index, string cell)
    {
        var read = SheetNumber.Read(cell, line.Fields[index].Definition.Unit);
        if (read.Fault is not null)
        {
            faults.Add($"{NameOf(line)} {line.Fields[index].Definition.Label}：{read.Fault}");
        }
        else if (read.Value is { } value)
        {
            numbers.Add(new PastedNumber(line, index, value, cell.Trim()));
        }
    }

    private static string? RefusalOf(EntryLine line) => line switch
    {
        { IsWithClerk: false } => $"{line.Status.Word()}，不能修改。",
        { IsNotApplicable: true } => "已选“不适用”，不填数值。",
        _ => null,
    };

    private static bool IsEmpty(IReadOnlyList<string> cells) => cells.All(string.IsNullOrWhiteSpace);

    private static int LastFilled(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var last = rows.Count - 1;
        while (IsEmpty(rows[last]))
        {
            last--;
        }

        return last;
    }

    private static string NameOf(EntryLine line) => $"第{line.Indicator.Number}项 {line.Indicator.ShortName}";

    private static string Quoted(string cell)
    {
        var line = cell.ReplaceLineEndings(" ").Trim();
        return line.Length <= MaxQuoted ? line : line[..MaxQuoted] + "…";
    }
}
