namespace Tongliao.GreenDev.Application.Export;

/// <summary>Where a text stands from top to bottom.</summary>
internal enum Along
{
    Centre,
    Bottom,
}
