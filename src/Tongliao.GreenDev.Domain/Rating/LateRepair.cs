namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>补齐（曾未达）: what was issued red (滞后) came out green (达标) by a later correction. The quarter was missed, and stays marked as such.</summary>
public static class LateRepair
{
    public const string Word = "补齐（曾未达）";

    /// <summary>Which of the releases turned it green, counted from 0; null where the last one is not green, or none before was red.</summary>
    /// <param name="issued">The state in each release of one quarter, ascending.</param>
    public static int? Of(IReadOnlyList<RagStatus> issued)
    {
        if (issued is not [.., RagStatus.Green])
        {
            return null;
        }

        for (var at = issued.Count - 2; at >= 0; at--)
        {
            if (issued[at] == RagStatus.Red)
            {
                return FirstGreen(issued, at + 1);
            }
        }

        return null;
    }

    private static int FirstGreen(IReadOnlyList<RagStatus> issued, int from)
    {
        while (issued[from] != RagStatus.Green)
        {
            from++;
        }

        return from;
    }
}
