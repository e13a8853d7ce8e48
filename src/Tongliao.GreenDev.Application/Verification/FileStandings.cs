namespace Tongliao.GreenDev.Application.Verification;

/// <summary>The one place that names what became of a file.</summary>
public static class FileStandings
{
    public static string Word(this FileStanding standing) => standing switch
    {
        FileStanding.Current => "与现在一致",
        FileStanding.Superseded => "已有变化",
        FileStanding.Altered => "内容被改动",
        FileStanding.Unknown => "无法核对",
    };

    /// <summary>The shape that says it without colour.</summary>
    public static string Mark(this FileStanding standing) => standing switch
    {
        FileStanding.Current => "●",
        FileStanding.Superseded => "▲",
        FileStanding.Altered => "■",
        FileStanding.Unknown => "？",
    };
}
