namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>The one place that names a punctuality and says what comes first.</summary>
public static class PunctualityWords
{
    public static string Word(this Punctuality punctuality) => punctuality switch
    {
        Punctuality.MissingLate => "逾期未报",
        Punctuality.IncompleteLate => "逾期未报齐",
        Punctuality.Missing => "未报",
        Punctuality.Incomplete => "未报齐",
        Punctuality.CompleteLate => "逾期报齐",
        Punctuality.CompleteInTime => "按时报齐",
    };

    /// <summary>The shape that reads without colour.</summary>
    public static string Mark(this Punctuality punctuality) => punctuality switch
    {
        Punctuality.MissingLate or Punctuality.IncompleteLate => "■",
        Punctuality.Missing => "–",
        Punctuality.Incomplete => "◔",
        Punctuality.CompleteLate => "▲",
        Punctuality.CompleteInTime => "●",
    };

    /// <summary>0 for what comes first; what is late is equally urgent whether something came or nothing.</summary>
    public static int Urgency(this Punctuality punctuality) => punctuality switch
    {
        Punctuality.MissingLate or Punctuality.IncompleteLate => 0,
        Punctuality.Missing => 1,
        Punctuality.Incomplete => 2,
        Punctuality.CompleteLate => 3,
        Punctuality.CompleteInTime => 4,
    };
}
