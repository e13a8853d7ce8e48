namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Words for the kinds of change.</summary>
public static class RevisionKinds
{
    public static RevisionKind Of(ReportAction action) => action switch
    {
        ReportAction.Submit => RevisionKind.Submit,
        ReportAction.Approve => RevisionKind.Approve,
        ReportAction.Return => RevisionKind.Return,
        ReportAction.Reopen => RevisionKind.Reopen,
    };

    public static string Word(this RevisionKind kind) => kind switch
    {
        RevisionKind.Save => "填写",
        RevisionKind.Submit => "上报",
        RevisionKind.Approve => "审核通过",
        RevisionKind.Return => "退回",
        RevisionKind.Reopen => "重新打开",
    };
}
