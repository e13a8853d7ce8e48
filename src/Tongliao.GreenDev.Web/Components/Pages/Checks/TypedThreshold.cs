using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Checks;

/// <summary>A threshold as it is typed: of every field, or of one.</summary>
public sealed class TypedThreshold(CheckParameter parameter, int? indicatorNumber, InputKey? input)
{
    public CheckParameter Parameter => parameter;

    public int? IndicatorNumber => indicatorNumber;

    public InputKey? Field => input;

    public string? Text { get; set; }

    /// <summary>As the service names it in a refusal.</summary>
    public string Name => CheckWords.NameOf(AsSetting(0));

    public CheckSetting AsSetting(decimal value) => new(parameter.Key, value, indicatorNumber, input);

    /// <summary>What a rule has for it; null where it has none for the field.</summary>
    public decimal? ValueIn(CheckRule rule) => input is null
        ? rule.ValueOf(parameter.Key)
        : rule.OfFields(parameter.Key).FirstOrDefault(setting => setting.IndicatorNumber == indicatorNumber && setting.Field == input)?.Value;
}
