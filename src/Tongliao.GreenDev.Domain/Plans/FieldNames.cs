namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>Names of input fields as programs see them.</summary>
public static class FieldNames
{
    public static string Of(InputKey? key) => key is { } field ? Of(field) : "inputs";

    private static string Of(InputKey key) => key switch
    {
        InputKey.Numerator => "inputs.numerator",
        InputKey.Denominator => "inputs.denominator",
        InputKey.Amount => "inputs.amount",
        InputKey.Supplied => "inputs.supplied",
        InputKey.Billed => "inputs.billed",
        InputKey.Correction => "inputs.correction",
    };
}
