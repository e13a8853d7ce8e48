namespace Tongliao.GreenDev.Application;

/// <summary>What was found wrong, refused together.</summary>
public static class FieldFaults
{
    /// <exception cref="RefusalException">Invalid, when there is any fault; its sentence is that of the first.</exception>
    public static void Refuse(this IReadOnlyList<FieldFault> faults, string code = RefusalCodes.InvalidValue)
    {
        if (faults.Count > 0)
        {
            throw RefusalException.Invalid(code, faults[0].Message, faults);
        }
    }
}
