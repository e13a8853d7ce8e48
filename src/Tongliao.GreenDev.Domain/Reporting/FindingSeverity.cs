using System.Text.Json.Serialization;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>How grave a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>错误: refused, nothing is stored.</summary>
    Error,

    /// <summary>未填: may be stored as a draft, but not submitted; something is still to be filled in.</summary>
    Missing,

    /// <summary>需核对: stored, and submitted only with its own 说明. Programs know it by its first name.</summary>
    [JsonStringEnumMemberName("Query")]
    Warning,

    /// <summary>提示: said to whoever reviews or reads the city's figure; asks nothing of the county, and no value has it as a finding of its own.</summary>
    Hint,
}
