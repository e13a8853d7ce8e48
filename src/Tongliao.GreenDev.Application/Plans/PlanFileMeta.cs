namespace Tongliao.GreenDev.Application.Plans;

/// <summary>What identifies a plan.</summary>
/// <param name="TextFile">Name of the file with the published text, beside the plan file.</param>
internal sealed record PlanFileMeta(
    string Key,
    string Title,
    string DocumentNumber,
    DateOnly IssuedOn,
    string Issuer,
    int FirstYear,
    int LastYear,
    string TextFile);
