using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>Which reported figures count (口径).</summary>
public enum FigureBasis
{
    /// <summary>按上报数: what stands with the city, approved or not; otherwise what was approved last.</summary>
    Submitted,

    /// <summary>按审核通过数: the last approved statement, also while a correction of it is under way.</summary>
    Approved,

    /// <summary>Whatever is typed, for the unit's own screen.</summary>
    Entered,
}

/// <summary>Words of a basis, and what counts on it.</summary>
public static class FigureBases
{
    public static string Word(this FigureBasis basis) => basis switch
    {
        FigureBasis.Submitted => "按上报数（含未审核）",
        FigureBasis.Approved => "按审核通过数",
        FigureBasis.Entered => "按填写数",
    };

    /// <summary>
    /// Which entry of a value's history counts; null for none. What was approved stays published while it is corrected, until the
    /// correction has come as far.
    /// </summary>
    /// <param name="basis">口径.</param>
    /// <param name="history">The status after each change, in order; at least one.</param>
    public static int? CountingEntry(this FigureBasis basis, IReadOnlyList<ValueStatus> history)
    {
        var last = history.Count - 1;
        return basis switch
        {
            FigureBasis.Entered => history[last] == ValueStatus.Empty ? null : last,
            FigureBasis.Submitted => history[last].HasReachedCity() ? last : LastApproved(history),
            FigureBasis.Approved => LastApproved(history),
        };
    }

    private static int? LastApproved(IReadOnlyList<ValueStatus> history)
    {
        for (var i = history.Count - 1; i >= 0; i--)
        {
            if (history[i] == ValueStatus.Accepted)
            {
                return i;
            }
        }

        return null;
    }
}
