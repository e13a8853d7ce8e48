namespace Tongliao.GreenDev.Application;

/// <summary>An operation was refused; nothing was changed.</summary>
public sealed class RefusalException(RefusalKind kind, string code, string message) : Exception(message)
{
    public RefusalKind Kind { get; } = kind;

    /// <summary>One of <see cref="RefusalCodes"/>.</summary>
    public string Code { get; } = code;

    public IReadOnlyList<FieldFault> Errors { get; init; } = [];

    /// <summary>On a conflict: what stands there now; serialised into the answer.</summary>
    public object? Current { get; init; }

    /// <summary>An operation id stands for one act of one person; another act under it would pass for done and not be.</summary>
    public static RefusalException OperationReused() =>
        Conflict(RefusalCodes.OperationReused, "operationId已用于另一项操作，本次没有执行；请换用新的operationId重试。");

    public static RefusalException AlreadyDone() => Conflict(RefusalCodes.AlreadyDone, "这项操作已经完成，没有再做一次。");

    public static RefusalException Forbidden(string message) => new(RefusalKind.Forbidden, RefusalCodes.Forbidden, message);

    public static RefusalException NotFound(string message) => new(RefusalKind.NotFound, RefusalCodes.NotFound, message);

    /// <summary>Told alike of a plan that is not there and of one that is not the person's.</summary>
    public static RefusalException NoSuchPlan() => NotFound("没有这个实施方案，或者它不属于您的职责范围；请从页面上方选择方案。");

    public static RefusalException Conflict(string code, string message, object? current = null) =>
        new(RefusalKind.Conflict, code, message) { Current = current };

    public static RefusalException Invalid(string code, string message, params IReadOnlyList<FieldFault> errors) =>
        new(RefusalKind.Invalid, code, message) { Errors = errors };
}
