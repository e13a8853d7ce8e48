using System.Text;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Tests.Plans;

/// <summary>Made-up plans in files.</summary>
internal static class PlanFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Plans");

    public static string Another => Text("another-plan.json")!;

    public static string OfThreeLevels => Text("another-plan-of-three-levels.json")!;

    /// <summary>A plan as written, with the text that lies beside those files.</summary>
    public static Plan Load(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return PlanFile.Load(stream, Text);
    }

    private static string? Text(string name)
    {
        var path = Path.Combine(Folder, name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
