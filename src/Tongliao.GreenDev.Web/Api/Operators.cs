using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>How programs write a comparison.</summary>
internal static class Operators
{
    public static string Of(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => ">=",
        Comparison.MoreThan => ">",
        Comparison.AtMost => "<=",
    };
}
