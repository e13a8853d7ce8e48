using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>A small line of how a number came to be, drawn on the server, with the same in words; nothing as long as there are not two numbers.</summary>
public sealed partial class Sparkline
{
    private const int Width = 92;
    private const int Height = 28;
    private const int Margin = 4;

    /// <summary>What is counted, for example 达标指标数.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>In order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SparkPoint> Points { get; set; } = [];

    /// <summary>The last number may still change: its mark is hollow.</summary>
    [Parameter]
    public bool IsUnfinished { get; set; }

    private bool IsDrawn => Points.Count(point => point.Value is not null) > 1;

    private IReadOnlyList<(string X, string Y)?> Places { get; set; } = [];

    /// <summary>One polyline for each stretch without a gap.</summary>
    private IEnumerable<string> Lines => Points.Zip(Places)
        .Aggregate(new List<List<string>> { new() }, (stretches, next) =>
        {
            if (next.Second is { } place)
            {
                stretches[^1].Add($"{place.X},{place.Y}");
            }
            else
            {
                stretches.Add([]);
            }

            return stretches;
        })
        .Where(stretch => stretch.Count > 0)
        .Select(stretch => string.Join(' ', stretch));

    private string Words => $"{Name}走势：" + string.Join('，', Points.Select((point, i) =>
        $"{point.Label} {point.Value?.ToString(CultureInfo.InvariantCulture) ?? "无"}{(IsUnfinished && i == Points.Count - 1 ? "（未报齐）" : "")}"));

    protected override void OnParametersSet()
    {
        if (!IsDrawn)
        {
            return;
        }

        var (low, high) = (Points.Min(point => point.Value)!.Value, Points.Max(point => point.Value)!.Value);
        Places = [.. Points.Select((point, i) => point.Value is { } value ? Place(i, value - low, high - low) : ((string, string)?)null)];
    }

    /// <summary>A line that never moves lies in the middle.</summary>
    private (string X, string Y) Place(int index, int above, int range)
    {
        var share = range == 0 ? 0.5m : (decimal)above / range;
        return (Text(Margin + (Width - (2 * Margin)) * (decimal)index / (Points.Count - 1)), Text(Height - Margin - (Height - (2 * Margin)) * share));
    }

    private static string Text(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
