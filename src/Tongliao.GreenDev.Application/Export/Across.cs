namespace Tongliao.GreenDev.Application.Export;

/// <summary>Where a text stands from left to right.</summary>
internal enum Across
{
    Centre,
    Left,
}
