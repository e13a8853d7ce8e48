using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>A city figure as it stands by now; all null when there is none.</summary>
public sealed record CurrentCityFigure(int Version, decimal? Value, string? Document) : CurrentState(Version);
