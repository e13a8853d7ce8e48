namespace Tongliao.GreenDev.Benchmarks;

/// <summary>Prints a table as docs/performance.md has them.</summary>
internal sealed class MarkdownTable
{
    private readonly TextWriter output;

    public MarkdownTable(TextWriter output, params string[] headings)
    {
        this.output = output;
        output.WriteLine();
        Write(headings);
        Write([.. headings.Select(_ => "--")]);
    }

    public void Row(params FormattableString[] cells) => Write([.. cells.Select(FormattableString.Invariant)]);

    private void Write(string[] cells) => output.WriteLine($"| {string.Join(" | ", cells)} |");
}
