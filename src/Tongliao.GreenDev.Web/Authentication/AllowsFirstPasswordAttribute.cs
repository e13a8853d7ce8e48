namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>Open also to somebody who still has to change the password.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowsFirstPasswordAttribute : Attribute;
