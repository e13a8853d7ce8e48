namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>Two clerks of one region at the same row: the second sees both contents and chooses; nothing is overwritten unseen.</summary>
public sealed class ConflictTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Zuohou = "150522";
    private const string Naiman = "150525";
    private const string Kulun = "150524";

    [Fact]
    public async Task SecondSave_OfOneCell_ShowsBothContentsAndEitherCanBeKept()
    {
        await using var first = await portal.SignInAsync(browser, "naiman-tb");
        await using var second = await ColleagueAsync("naiman-tb2", Naiman);
        var ours = await EntrySheet.OpenAsync(first.Page);
        var theirs = await EntrySheet.OpenAsync(second.Page);
        await theirs.TypeAsync(20, "amount", "6.5");
        await ours.SaveAsync(20, "amount", "5.5");

        await theirs.EnterAsync(20, "amount", "6.5");
        await ExpectConflictAsync(theirs, 20, "演示填报员（奈曼旗 填报员）", [("6.5", "5.5")]);
        Assert.Equal(5.5m, await portal.StoredAsync(Naiman, 20, "amount"));

        // Going on typing changes one's own side of the choice and nothing else.
        await theirs.EnterAsync(20, "amount", "6.75");
        await ExpectConflictAsync(theirs, 20, "演示填报员（奈曼旗 填报员）", [("6.75", "5.5")]);
        await ours.TypeAsync(20, "amount", "7.5");
        await Conflict(theirs, 20).GetByRole(AriaRole.Button, new() { Name = "用我的" }).ClickAsync();
        await theirs.ExpectSavedAsync(20, "amount", "6.75");
        await Expect(Conflict(theirs, 20)).ToBeHiddenAsync();
        Assert.Equal(6.75m, await portal.StoredAsync(Naiman, 20, "amount"));

        await ours.EnterAsync(20, "amount", "7.5");
        await ExpectConflictAsync(ours, 20, "第二填报员（奈曼旗 填报员）", [("7.5", "6.75")]);
        await Conflict(ours, 20).GetByRole(AriaRole.Button, new() { Name = "用对方的" }).ClickAsync();
        await Expect(ours.Field(20, "amount")).ToHaveValueAsync("6.75");
        await ours.ExpectSavedAsync(20, "amount", "6.75");
        Assert.Equal(6.75m, await portal.StoredAsync(Naiman, 20, "amount"));
        first.AssertNoComplaints();
        second.AssertNoComplaints();
    }

    [Fact]
    public async Task Theirs_TakenWhereAnotherFieldDiffered_OwnTextIsForgotten()
    {
        await using var first = await portal.SignInAsync(browser, "zuohou-tb");
        await using var second = await ColleagueAsync("zuohou-tb2", Zuohou);
        var ours = await EntrySheet.OpenAsync(first.Page);
        await ours.SaveAsync(6, "numerator", "90");
        var theirs = await EntrySheet.OpenAsync(second.Page);
        await theirs.SaveAsync(6, "denominator", "120");

        await ours.EnterAsync(6, "numerator", "95");
        await ExpectConflictAsync(ours, 6, "第二填报员（科左后旗 填报员）", [("95", "90"), ("—", "120")]);
        await Conflict(ours, 6).GetByRole(AriaRole.Button, new() { Name = "用对方的" }).ClickAsync();
        await ours.ExpectSavedAsync(6, "denominator", "120");
        await Expect(ours.Field(6, "numerator")).ToHaveValueAsync("90");
        await ours.ExpectNothingUnsavedAsync();
        Assert.Equal(90m, await portal.StoredAsync(Zuohou, 6, "numerator"));
        Assert.Equal(120m, await portal.StoredAsync(Zuohou, 6, "denominator"));
        first.AssertNoComplaints();
    }

    [Fact]
    public async Task SharedNumber_SavedByAColleague_IsThereAtOnce_ButNotWhereOneIsTyping()
    {
        await using var first = await portal.SignInAsync(browser, "kulun-tb");
        await using var second = await ColleagueAsync("kulun-tb2", Kulun);
        var ours = await EntrySheet.OpenAsync(first.Page);
        var theirs = await EntrySheet.OpenAsync(second.Page);

        await ours.SaveAsync(5, "denominator", "12.5");
        await theirs.ExpectSavedAsync(5, "denominator", "12.5");
        await theirs.ExpectSavedAsync(7, "denominator", "12.5");
        await Expect(News(theirs)).ToBeHiddenAsync();

        await theirs.TypeAsync(7, "numerator", "12.1");
        await ours.SaveAsync(5, "denominator", "12.6");
        await Expect(News(theirs)).ToBeVisibleAsync();
        await Expect(theirs.Field(7, "numerator")).ToHaveValueAsync("12.1");

        // Neither row that holds the number: from the one that is typed in, the old number would go over the new one.
        await Expect(theirs.Field(7, "denominator")).ToHaveValueAsync("12.5");
        await Expect(theirs.Field(5, "denominator")).ToHaveValueAsync("12.5");
        await theirs.Field(7, "numerator").PressAsync("Tab");
        await Expect(Conflict(theirs, 7)).ToBeVisibleAsync();
        await ours.ExpectSavedAsync(7, "denominator", "12.6");
        first.AssertNoComplaints();
        second.AssertNoComplaints();
    }

    private static ILocator News(EntrySheet sheet) => sheet.Page.Locator(".fresh .notice");

    private static ILocator Conflict(EntrySheet sheet, int indicator) => sheet.Row(indicator).Locator("[data-conflict]");

    private static async Task ExpectConflictAsync(EntrySheet sheet, int indicator, string other, (string Mine, string Theirs)[] numbers)
    {
        var conflict = Conflict(sheet, indicator);
        await Expect(sheet.Row(indicator).Locator("[data-state-text]")).ToHaveTextAsync("与他人冲突");
        await Expect(conflict.Locator("thead th").Last).ToContainTextAsync(other);
        for (var i = 0; i < numbers.Length; i++)
        {
            await Expect(conflict.Locator("tbody tr").Nth(i).Locator("td")).ToHaveTextAsync([numbers[i].Mine, numbers[i].Theirs]);
        }

        await Expect(conflict.Locator("p").First).ToHaveTextAsync($"这条数据已被{other}修改，请核对对方的数值后再保存；您填写的内容仍保留在页面上。");
        Assert.Equal("conflict", await sheet.Row(indicator).GetAttributeAsync("data-state"));
    }

    private async Task<PortalVisitor> ColleagueAsync(string loginName, string region)
    {
        var password = await portal.Process.LastLineAsync(
            "create-user", "--name", loginName, "--role", "clerk", "--region", region, "--display-name", "第二填报员");
        var visitor = await browser.VisitorAsync(portal.Process.Address);
        await visitor.SignInFirstTimeAsync(loginName, password);
        return visitor;
    }
}
