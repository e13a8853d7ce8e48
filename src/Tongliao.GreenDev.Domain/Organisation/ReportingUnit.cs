namespace Tongliao.GreenDev.Domain.Organisation;

/// <summary>A body that reports (填报单位): a banner, county, city, district or the development zone — or the city itself, whose value is made from them.</summary>
public sealed class ReportingUnit
{
    public int Id { get; private init; }

    /// <summary>区划代码, the key in the API.</summary>
    public required string Code { get; init; }

    /// <summary>Which list the code is from; not all are GB/T 2260.</summary>
    public required string CodeSystem { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    /// <summary>填报主体, for example 奈曼旗人民政府.</summary>
    public required string ReportingBody { get; init; }

    /// <summary>市辖区, 旗, 县, 县级市, 开发区, 地级市.</summary>
    public required string Type { get; init; }

    public required int Order { get; init; }

    /// <summary>Counts towards 市中心城区 (question Q4).</summary>
    public required bool IsCentralUrban { get; init; }

    /// <summary>The city: it does not report, it is computed.</summary>
    public required bool IsCity { get; init; }
}
