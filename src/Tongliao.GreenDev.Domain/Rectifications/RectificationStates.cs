namespace Tongliao.GreenDev.Domain.Rectifications;

public static class RectificationStates
{
    public static string Word(this RectificationState state) => state switch
    {
        RectificationState.Overdue => "已逾期",
        RectificationState.Unarranged => "待安排",
        RectificationState.UnderWay => "整改中",
        RectificationState.Closed => "已销号",
    };
}
