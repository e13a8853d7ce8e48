namespace Tongliao.GreenDev.Web.Tests.Theme;

/// <summary>wwwroot/theme.css is what the theme says. After a change of the theme, the variable GREENDEV_WRITE_THEME=1 lets this test write it anew.</summary>
public sealed class ThemeStyleSheetTests
{
    [Fact]
    public async Task StyleSheet_InTheWebRoot_IsWhatTheThemeRenders()
    {
        var file = Path.Combine(SourceFolder.Web, "wwwroot", "theme.css");
        var rendered = await ThemeStyleSheet.RenderAsync();
        if (Environment.GetEnvironmentVariable("GREENDEV_WRITE_THEME") == "1")
        {
            await File.WriteAllTextAsync(file, rendered);
        }

        Assert.Equal(rendered, (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"));
    }
}
