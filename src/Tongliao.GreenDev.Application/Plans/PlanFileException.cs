namespace Tongliao.GreenDev.Application.Plans;

/// <summary>A plan file cannot be used; every fault that was found is told at once.</summary>
public sealed class PlanFileException : Exception
{
    public PlanFileException(IReadOnlyList<PlanFileFault> faults)
        : base(Describe(faults))
    {
        Faults = faults;
    }

    public IReadOnlyList<PlanFileFault> Faults { get; }

    private static string Describe(IReadOnlyList<PlanFileFault> faults) =>
        $"计划文件有{faults.Count}处错误：{string.Concat(faults.Select(fault => $"\n{fault.Place.Word} {fault.Path}：{fault.Message}"))}";
}
