namespace Tongliao.GreenDev.Application.Demo;

/// <summary>A demo account as the sign-in page offers it: its name and the office it stands for, for example 奈曼旗 填报员.</summary>
public sealed record DemoSignIn(string LoginName, string OfficeName);
