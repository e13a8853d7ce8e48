using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Words for a light that was put right after it had been issued.</summary>
public static class RepairWords
{
    /// <summary>For example 补齐（曾未达）：第1版为滞后，更正后自第2版起达标.</summary>
    public static string Of(Repair repair) => $"{LateRepair.Word}：第{repair.Missed.Number}版为滞后，更正后自第{repair.Repaired.Number}版起达标";
}
