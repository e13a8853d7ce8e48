namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>A number as a bulletin says it (关联数字), linked by its key to what it comes from.</summary>
/// <param name="Key">Readable Chinese, for example 3.科尔沁区.差距; what stands in braces in the text and as the tag of a control in Word.</param>
/// <param name="Text">With its unit, as it stands in prose.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record BulletinFact(string Key, string Text, BulletinSource Source);
