namespace Tongliao.GreenDev.Domain.Organisation;

/// <summary>A department (责任部门) that leads or cooperates.</summary>
public sealed class Department
{
    /// <summary>Stable identifier, for example <c>zhujian</c>.</summary>
    public required string Id { get; init; }

    public required int Order { get; init; }

    /// <summary>规范名.</summary>
    public required string Name { get; init; }

    /// <summary>The short name of the annex, null where the annex does not name it.</summary>
    public required string? AnnexName { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required string Category { get; init; }

    public required string Note { get; init; }

    /// <summary>市住建局 itself, which leads indicators as departments do, and has a role of its own.</summary>
    public bool IsBureau => ShortName == UserRole.Bureau.Word();

    /// <summary>The name where a column is narrow.</summary>
    public string ShortName => AnnexName ?? Name;
}
