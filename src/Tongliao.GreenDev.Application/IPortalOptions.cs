namespace Tongliao.GreenDev.Application;

/// <summary>Settings that are bound to a section and checked at start.</summary>
public interface IPortalOptions
{
    static abstract string Section { get; }
}
