namespace Tongliao.GreenDev.Application.Export;

/// <summary>
/// Where the pages of a sheet end. No print code counts the pages of one sheet when the whole book is printed,
/// so the pages are parted here and their number is known.
/// </summary>
internal static class PageBreaks
{
    // Leaves room for programs that round the heights of rows up.
    private const double Filled = 0.97;
    private const double PointsPerMillimetre = 72 / 25.4;
    // A digit of the default font, 11 points high, is half as wide; what some programs take instead is wider.
    private const double PointsPerColumnUnit = 5.5;

    /// <summary>The last row of every page but the last one.</summary>
    /// <param name="setup">Paper, margins and header rows.</param>
    /// <param name="heights">Of all rows, in points.</param>
    /// <param name="isTiedToTheRowAbove">Whether a row, counted from one, may not begin a page.</param>
    public static IReadOnlyList<int> Of(SheetSetup setup, IReadOnlyList<double> heights, Func<int, bool> isTiedToTheRowAbove)
    {
        var breaks = new List<int>();
        if (setup.FitsOnePage)
        {
            return breaks;
        }

        var room = Room(setup);
        var repeated = heights.Skip(setup.HeaderRows.First - 1).Take(setup.HeaderRows.Last - setup.HeaderRows.First + 1).Sum();
        var used = 0.0;
        for (var row = 1; row <= heights.Count; row = EndOfBlock(row) + 1)
        {
            var block = heights.Skip(row - 1).Take(EndOfBlock(row) - row + 1).Sum();
            if (used + block > room && row > setup.HeaderRows.Last + 1)
            {
                breaks.Add(row - 1);
                used = repeated;
            }

            used += block;
        }

        return breaks;

        int EndOfBlock(int first)
        {
            var last = first;
            while (last < heights.Count && isTiedToTheRowAbove(last + 1))
            {
                last++;
            }

            return last;
        }
    }

    /// <summary>
    /// Points of rows that a page holds at the least: a sheet wider than the paper is printed smaller, the more so the
    /// wider the digits that its columns are measured in, and a page then holds more.
    /// </summary>
    private static double Room(SheetSetup setup)
    {
        var paper = setup.PaperMillimetres;
        var across = (paper.Width - setup.Margins.Left - setup.Margins.Right) * PointsPerMillimetre;
        var along = (paper.Height - setup.Margins.Top - setup.Margins.Bottom) * PointsPerMillimetre;
        var scale = Math.Min(1, across / (setup.Widths.Sum() * PointsPerColumnUnit));
        return along / scale * Filled;
    }
}
