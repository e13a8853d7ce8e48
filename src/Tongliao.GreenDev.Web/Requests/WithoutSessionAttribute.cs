namespace Tongliao.GreenDev.Web.Requests;

/// <summary>Answered alike to everybody: nobody is looked up for it, so that it also comes while the database does not answer.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutSessionAttribute : Attribute;
