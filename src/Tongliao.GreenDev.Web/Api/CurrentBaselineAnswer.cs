using Tongliao.GreenDev.Application.Targets;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>A baseline as it stands instead of what the caller thought.</summary>
internal sealed record CurrentBaselineAnswer(int Version, InputsAnswer Inputs, string ChangedBy, DateTimeOffset? ChangedAt)
{
    public static CurrentBaselineAnswer Of(CurrentBaseline current) =>
        new(current.Version, InputsAnswer.Of(current.Inputs), current.ChangedBy, current.ChangedAt);
}
