using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Sentences about numbers that several values hold.</summary>
public static class SharedNumberWords
{
    /// <summary>Why a number cannot be changed from here, and what to do.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="number">序号 of the value that binds it.</param>
    /// <param name="status">Where that stands.</param>
    public static string Bound(Quantity fact, int number, ValueStatus status) => status == ValueStatus.Accepted
        ? $"“{fact.Name}”与第{number}项共用，第{number}项已审核通过，这里不能单独修改；确需修改的，请联系市住建局将第{number}项退回更正。"
        : $"“{fact.Name}”与第{number}项共用，第{number}项{status.Word()}，这里不能单独修改；需要修改的，请先将第{number}项撤回或请审核人退回。";
}
