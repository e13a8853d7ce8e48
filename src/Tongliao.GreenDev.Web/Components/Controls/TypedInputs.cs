using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Reads the numbers of an indicator as they were typed into a dialog, each into its field.</summary>
public static class TypedInputs
{
    /// <exception cref="RefusalException">Invalid: some are none, each said at its field.</exception>
    public static ReportedInputs Read(Indicator indicator, IReadOnlyDictionary<InputKey, string?> typed)
    {
        var inputs = ReportedInputs.None;
        var faults = new List<FieldFault>();
        foreach (var field in indicator.Inputs)
        {
            var number = NumberText.Read(typed.GetValueOrDefault(field.Key), field.Unit);
            inputs = inputs.With(field.Key, number.Value);
            if (number.Fault is { } fault)
            {
                faults.Add(new FieldFault(FieldNames.Of(field.Key), fault));
            }
        }

        return faults.Count == 0 ? inputs : throw RefusalException.Invalid(RefusalCodes.InvalidValue, "请更正后再保存。", faults);
    }
}
