using Npgsql;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>How many interactive pages a person may hold, and how they end with the portal.</summary>
public sealed class CircuitTests(PortalBrowser browser, TwoPagesEachPortal portal) : IClassFixture<TwoPagesEachPortal>
{
    private const int TriesOfAPerson = 10;
    private const string Zuohou = "150522";
    private const string Kulun = "150524";
    private const string Zhalute = "150526";
    private const string Huolin = "150581";

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Page_OneMoreThanAllowed_SaysWhatToDoAndWorksWhenAnotherIsClosed()
    {
        await using var clerk = await portal.SignInAsync(browser, "huolin-tb");
        var first = await EntrySheet.OpenAsync(clerk.Page);
        var second = await EntrySheet.OpenAsync(await clerk.OpenTabAsync());

        var refused = new EntrySheet(await clerk.OpenTabAsync());
        await refused.Page.GotoAsync(EntrySheet.Path);
        await Expect(refused.FaultNotice).ToBeVisibleAsync();
        await Expect(refused.FaultNotice).ToContainTextAsync("您打开的页面过多，本页暂不能填写。请关闭其他标签页后刷新。");
        await Expect(refused.Field(20, "amount")).ToBeDisabledAsync();
        await Expect(refused.LostNotice).ToBeHiddenAsync();

        await first.SaveAsync(20, "amount", "3.5");
        await second.SaveAsync(16, "amount", "4.5");
        Assert.Equal(3.5m, await portal.StoredAsync(Huolin, 20, "amount"));
        Assert.Equal(4.5m, await portal.StoredAsync(Huolin, 16, "amount"));

        await second.Page.CloseAsync();
        await RefreshUntilLiveAsync(refused);
        await Expect(refused.Field(20, "amount")).ToHaveValueAsync("3.5");
        await refused.SaveAsync(15, "amount", "2.5");
        Assert.Equal(2.5m, await portal.StoredAsync(Huolin, 15, "amount"));
    }

    [Fact]
    public async Task Portal_Terminated_EndsWithItsDatabaseAndKeepsWhatWasJustEntered()
    {
        await using var kulun = await portal.SignInAsync(browser, "kulun-tb");
        await using var zhalute = await portal.SignInAsync(browser, "zhalute-tb");
        var idle = await EntrySheet.OpenAsync(await kulun.OpenTabAsync());
        EntrySheet[] busy = [await EntrySheet.OpenAsync(kulun.Page), await EntrySheet.OpenAsync(zhalute.Page)];
        foreach (var sheet in busy)
        {
            await sheet.EnterAsync(20, "amount", "7.5");
            await Expect(sheet.Row(20)).Not.ToHaveAttributeAsync("data-state", "empty");
        }

        Assert.Equal(0, await portal.Process.StopAsync(StopLimit));
        Assert.False(portal.Process.HasDatabaseServer, "PostgreSQL outlived the portal.");

        await portal.Process.ServeAsync();
        Assert.Equal(7.5m, await portal.StoredAsync(Kulun, 20, "amount"));
        Assert.Equal(7.5m, await portal.StoredAsync(Zhalute, 20, "amount"));
        foreach (var sheet in busy.Append(idle))
        {
            await Expect(sheet.LostNotice).ToBeHiddenAsync();
            await sheet.ExpectLiveAsync();
            await Expect(sheet.Field(20, "amount")).ToHaveValueAsync("7.5");
            await sheet.ExpectNothingUnsavedAsync();
        }
    }

    [Fact]
    public async Task Portal_TerminatedDuringASave_FinishesIt()
    {
        await using var clerk = await portal.SignInAsync(browser, "zuohou-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await using var database = await portal.Process.OpenDatabaseAsync();
        await using var slow = await database.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("LOCK TABLE reported_values IN EXCLUSIVE MODE", database, slow);
        await hold.ExecuteNonQueryAsync();
        await sheet.EnterAsync(20, "amount", "6.5");
        await Expect(sheet.Row(20)).ToHaveAttributeAsync("data-state", "saving");

        var stopping = portal.Process.StopAsync(StopLimit);
        await portal.Process.WaitForOutputAsync("Waiting for 1 changes under way.", StopLimit);
        await slow.CommitAsync();
        await database.CloseAsync();
        Assert.Equal(0, await stopping);

        await portal.Process.ServeAsync();
        Assert.Equal(6.5m, await portal.StoredAsync(Zuohou, 20, "amount"));
    }

    /// <summary>The portal may hear of the closed tab a moment after the person has refreshed.</summary>
    private static async Task RefreshUntilLiveAsync(EntrySheet sheet)
    {
        for (var tries = 0; tries < TriesOfAPerson && await sheet.FaultNotice.IsVisibleAsync(); tries++)
        {
            await sheet.Page.RunAndWaitForResponseAsync(
                () => sheet.FaultNotice.GetByRole(AriaRole.Link, new() { Name = "刷新" }).ClickAsync(), response => response.Url.EndsWith(EntrySheet.Path, StringComparison.Ordinal));
            await Expect(sheet.FaultNotice.Or(sheet.Live).Filter(new() { Visible = true })).ToBeVisibleAsync();
        }

        await sheet.ExpectLiveAsync();
    }
}
