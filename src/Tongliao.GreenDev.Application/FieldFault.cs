namespace Tongliao.GreenDev.Application;

/// <summary>One fault at one field.</summary>
/// <param name="Field">Name of the field in the API, for example <c>inputs.numerator</c> or <c>indicators[2].note</c>.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
public sealed record FieldFault(string Field, string Message);
