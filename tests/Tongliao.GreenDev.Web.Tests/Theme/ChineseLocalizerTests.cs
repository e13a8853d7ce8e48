using System.Collections;
using System.Globalization;
using System.Resources;
using MudBlazor;
using Tongliao.GreenDev.Web.Components.Theme;

namespace Tongliao.GreenDev.Web.Tests.Theme;

/// <summary>No word of MudBlazor's stays English.</summary>
public sealed class ChineseLocalizerTests
{
    private static readonly ChineseLocalizer Localizer = new();

    /// <summary>The keys of the library that is used, whatever its version.</summary>
    public static TheoryData<string, string> Keys { get; } = [.. Resources()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Word_OfEveryKey_IsChinese(string key, string english)
    {
        var word = Localizer[key];

        Assert.False(word.ResourceNotFound);
        Assert.DoesNotMatch("[A-Za-z]{2,}", word.Value);
        Assert.Equal(Places(english), Places(word.Value));
    }

    [Fact]
    public void Sentence_WithNumbers_HasThemInPlace() =>
        Assert.Equal("第 1-20 条，共 35 条", Localizer["MudDataGridPager_InfoFormat", 1, 20, 35].Value);

    [Fact]
    public void UnknownKey_IsSaidToBeUnknown() => Assert.True(Localizer["MudDataGrid_Nothing"].ResourceNotFound);

    private static IEnumerable<int> Places(string text) => Enumerable.Range(0, 4).Where(place => text.Contains($"{{{place}}}", StringComparison.Ordinal));

    private static IEnumerable<(string Key, string English)> Resources() =>
        new ResourceManager("MudBlazor.Resources.LanguageResource", typeof(MudLocalizer).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>().Select(entry => ((string)entry.Key, (string)entry.Value!));
}
