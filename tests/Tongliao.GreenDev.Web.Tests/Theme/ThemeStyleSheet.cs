using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Web.Components.Theme;

namespace Tongliao.GreenDev.Web.Tests.Theme;

/// <summary>
/// The theme as a style sheet of its own. MudBlazor would write it into every page, which the content policy forbids; its provider is
/// rendered here instead, once light and once dark.
/// </summary>
internal static partial class ThemeStyleSheet
{
    /// <summary>Light for paper and whoever asks for it; dark where the person chose it, or the system does and nobody chose.</summary>
    public static async Task<string> RenderAsync()
    {
        var light = await VariablesAsync(isDark: false);
        var dark = (await VariablesAsync(isDark: true)).Except(light).ToList();
        return $$"""
            /* Made from PortalTheme by ThemeStyleSheetTests. */
            :root {
              color-scheme: light;
            {{Lines(light, "  ")}}
            }

            @media screen {
              :root[data-theme="dark"] {
                color-scheme: dark;
            {{Lines(dark, "    ")}}
              }
            }

            @media screen and (prefers-color-scheme: dark) {
              :root:not([data-theme="light"]) {
                color-scheme: dark;
            {{Lines(dark, "    ")}}
              }
            }

            """.ReplaceLineEndings("\n");
    }

    private static string Lines(IEnumerable<string> variables, string indent) => string.Join('\n', variables.Select(variable => $"{indent}{variable};"));

    private static async Task<IReadOnlyList<string>> VariablesAsync(bool isDark)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IJSRuntime, NoScript>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(MudThemeProvider.Theme)] = PortalTheme.Value,
                [nameof(MudThemeProvider.IsDarkMode)] = isDark,
                [nameof(MudThemeProvider.DefaultScrollbar)] = true,
            });
            return (await renderer.RenderComponentAsync<MudThemeProvider>(parameters)).ToHtmlString();
        });
        return [.. Variable().Matches(html).Select(match => match.Value.Trim())];
    }

    [GeneratedRegex("--mud-[a-z0-9-]+:[^;]+")]
    private static partial Regex Variable();

    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => default;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => default;
    }
}
