using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Plans;

namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>Reads plan files for the command line, and says what became of them.</summary>
internal static class PlanVerbs
{
    /// <exception cref="RefusalException">The file cannot be read, has faults, or differs from the plan of its key by more than indicators added.</exception>
    public static async Task<PlanLoad> ReadAsync(string path, Func<PlanEdition, Task<PlanLoad>> handle)
    {
        try
        {
            return await handle(PlanFile.Open(path));
        }
        catch (PlanFileException faults)
        {
            throw RefusalException.Invalid(RefusalCodes.PlanFileInvalid, $"{faults.Message}\n文件没有载入，请改正后重新执行。");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw FileVerbs.Unreadable(path, failure);
        }
    }

    public static string Done(PlanLoad load) => load switch
    {
        { IsNew: true } => $"已载入方案{Content(load)}。各季度均未开放，请由主管部门在“填报期”页开放。",
        { Added.Count: 0 } => $"方案“{load.Plan.Title}”与已载入的相同，未作改动。",
        _ => $"已为方案“{load.Plan.Title}”{Growth(load)}。",
    };

    public static string Possible(PlanLoad load) => load switch
    {
        { IsNew: true } => $"文件没有错误：方案{Content(load)}。尚未载入。",
        { Added.Count: 0 } => $"文件没有错误，与已载入的方案“{load.Plan.Title}”相同。",
        _ => $"文件没有错误：载入时将为方案“{load.Plan.Title}”{Growth(load)}。尚未载入。",
    };

    private static string Content(PlanLoad load) =>
        $"“{load.Plan.Title}”（{load.Plan.FirstYear}–{load.Plan.LastYear}年，{load.Plan.Units.Count}个填报单位，{load.Plan.Indicators.Count}项指标，{load.Plan.Tasks.Count}项任务）";

    private static string Growth(PlanLoad load) =>
        $"增补第{string.Join('、', load.Added.Select(indicator => indicator.Number))}项指标，{load.Reports}份未锁定的填报表各增加{load.Added.Count}行";
}
