namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>What a unit explained (说明, 整改措施) of a value of the quarter.</summary>
public sealed record BulletinAnswer(string UnitCode, int Indicator, string Text);
