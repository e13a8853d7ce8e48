using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Explanations;

/// <summary>How the statement that counts came to stand, from the history of its value.</summary>
/// <param name="Counting">The revision whose statement counts.</param>
/// <param name="Steps">Who entered, explained, submitted and approved it.</param>
/// <param name="Corrections">How often it was corrected (更正) until then.</param>
internal sealed record AccountTrail(ValueRevision Counting, IReadOnlyList<AccountStep> Steps, int Corrections)
{
    /// <summary>Null where nothing counts.</summary>
    /// <param name="history">All that counts as known, ascending.</param>
    /// <param name="basis">口径.</param>
    public static AccountTrail? Of(IReadOnlyList<ValueRevision> history, FigureBasis basis)
    {
        if (history.Count == 0 || basis.CountingEntry([.. history.Select(revision => revision.Status)]) is not { } counting)
        {
            return null;
        }

        List<ValueRevision> until = [.. history.Take(counting + 1)];
        var entered = Since(until, statement => (statement.Inputs, statement.NotApplicableReason));
        var explained = until[^1].Statement.Explanations.Count > 0 ? Since(until, statement => string.Join('\n', statement.Explanations)) : null;
        var submitted = until.FindLast(revision => revision.Kind == RevisionKind.Submit);
        return new AccountTrail(
            until[^1],
            [
                StepOf(entered, entered.Kind.Word()),
                .. explained is null ? [] : new[] { StepOf(explained, "说明") },
                .. submitted is null ? [] : new[] { StepOf(submitted, submitted.Kind.Word()) },
                .. until.Where(revision => revision.Kind == RevisionKind.Approve && revision.Version > (submitted ?? entered).Version)
                    .Select(revision => StepOf(revision, revision.Kind.Word())),
            ],
            until.Count(revision => revision.Kind == RevisionKind.Correct));
    }

    /// <summary>Since which revision the last one says this.</summary>
    private static ValueRevision Since<T>(List<ValueRevision> until, Func<Statement, T> said)
    {
        var now = said(until[^1].Statement);
        var other = until.FindLastIndex(revision => !EqualityComparer<T>.Default.Equals(said(revision.Statement), now));
        return until[other + 1];
    }

    private static AccountStep StepOf(ValueRevision revision, string word) => new(word, OfficeOf(revision.ByName), revision.At);

    /// <summary>Of 张三（奈曼旗 填报员） what stands in the brackets.</summary>
    private static string OfficeOf(string signature)
    {
        var (open, close) = (signature.IndexOf('（', StringComparison.Ordinal), signature.LastIndexOf('）'));
        return open >= 0 && close > open ? signature[(open + 1)..close] : signature;
    }
}
