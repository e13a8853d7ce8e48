namespace Tongliao.GreenDev.Application.Users;

/// <summary>An account to be made.</summary>
/// <param name="LoginName">登录名.</param>
/// <param name="DisplayName">姓名.</param>
/// <param name="Office">Role with unit or department.</param>
public sealed record NewUser(string LoginName, string DisplayName, Office Office);
