namespace Tongliao.GreenDev.Application.Explanations;

/// <summary>What was done for a value to stand as it does.</summary>
/// <param name="Word">填写, 说明, 上报, 审核通过 or 更正.</param>
/// <param name="Office">By which office, for example 奈曼旗 填报员; the person's name stands in the history.</param>
/// <param name="At">When.</param>
public sealed record AccountStep(string Word, string Office, DateTimeOffset At);
