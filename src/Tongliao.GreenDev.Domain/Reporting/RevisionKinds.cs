namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Words for the kinds of change.</summary>
public static class RevisionKinds
{
    public static RevisionKind Of(ReviewStep step) => step switch
    {
        ReviewStep.Submit => RevisionKind.Submit,
        ReviewStep.Approve => RevisionKind.Approve,
        ReviewStep.Return => RevisionKind.Return,
        ReviewStep.Reopen => RevisionKind.Reopen,
        ReviewStep.Withdraw => RevisionKind.Withdraw,
    };

    public static string Word(this RevisionKind kind) => kind switch
    {
        RevisionKind.Save => "填写",
        RevisionKind.Share => "共用数随改",
        RevisionKind.Submit => "上报",
        RevisionKind.Approve => "审核通过",
        RevisionKind.Return => "退回",
        RevisionKind.Reopen => "重新打开",
        RevisionKind.Withdraw => "撤回",
        RevisionKind.Correct => "更正",
    };
}
