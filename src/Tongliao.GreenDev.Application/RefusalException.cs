using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application;

/// <summary>Why an operation was refused. Expected, and told to the person in one plain Chinese sentence.</summary>
public enum RefusalKind
{
    /// <summary>Outside the caller's role.</summary>
    Forbidden,

    /// <summary>Absent, or another unit's: the two answer alike.</summary>
    NotFound,

    /// <summary>The state or version has moved on.</summary>
    Conflict,

    /// <summary>What was sent is wrong; <see cref="RefusalException.Errors"/> says where.</summary>
    Invalid,
}

/// <summary>One fault at one field.</summary>
/// <param name="Field">Name of the field in the API, for example <c>inputs.numerator</c> or <c>indicators[2].note</c>.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
public sealed record FieldFault(string Field, string Message)
{
    /// <summary>What is wrong with a typed value.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="path">Where the inputs stand in what was sent, for example <c>regions[2].</c>; empty for the top.</param>
    public static FieldFault Of(ValueIssue issue, string path = "") => new(path + FieldNames.Of(issue.Field), issue.Message);
}

/// <summary>An operation was refused; nothing was changed.</summary>
public sealed class RefusalException(RefusalKind kind, string code, string message) : Exception(message)
{
    /// <summary>The code of an act that was done before, by the same id of the act.</summary>
    public const string AlreadyDone = "already_done";

    public RefusalKind Kind { get; } = kind;

    /// <summary>Stable code for programs.</summary>
    public string Code { get; } = code;

    public IReadOnlyList<FieldFault> Errors { get; init; } = [];

    /// <summary>On a conflict: what stands there now; serialised into the answer.</summary>
    public object? Current { get; init; }

    /// <summary>An operation id stands for one act of one person; another act under it would pass for done and not be.</summary>
    public static RefusalException OperationReused() =>
        Conflict("operation_reused", "operationId已用于另一项操作，本次没有执行；请换用新的operationId重试。");

    public static RefusalException Forbidden(string message) => new(RefusalKind.Forbidden, "forbidden", message);

    public static RefusalException NotFound(string message) => new(RefusalKind.NotFound, "not_found", message);

    public static RefusalException Conflict(string code, string message, object? current = null) =>
        new(RefusalKind.Conflict, code, message) { Current = current };

    public static RefusalException Invalid(string code, string message, params IReadOnlyList<FieldFault> errors) =>
        new(RefusalKind.Invalid, code, message) { Errors = errors };
}
