using Microsoft.Extensions.Time.Testing;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>The real portal in memory on demo data, for tests that only read its pages.</summary>
public sealed class DemoSite(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("greendev-demo-").FullName;
    private PortalFactory factory = null!;
    private StatementCounter statements = null!;

    /// <summary>How many statements were sent to the database so far.</summary>
    public int Statements => statements.Count;

    public IServiceProvider Services => factory.Services;

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDemoDatabaseAsync();
        statements = new StatementCounter(connection);
        factory = new PortalFactory(connection, folder, new FakeTimeProvider(PostgresFixture.DemoNow));
    }

    /// <summary>A browser in which a person of the demo data has signed in; without one, nobody.</summary>
    public async Task<Browser> OpenAsync(string? loginName = null)
    {
        var browser = new Browser(factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false }));
        if (loginName is not null)
        {
            using var answer = await browser.SignInAsync(loginName, DemoUsers.Password);
            Assert.Equal("/account", Browser.TargetOf(answer));
        }

        return browser;
    }

    /// <summary>What a program calls with.</summary>
    public HttpClient Client() => factory.CreateClient();

    /// <summary>One page as a person sees it.</summary>
    public async Task<IHtmlDocument> PageAsync(string loginName, string address)
    {
        using var browser = await OpenAsync(loginName);
        using var answer = await browser.VisitAsync(address);
        return await Markup.PageAsync(answer);
    }

    public async ValueTask DisposeAsync()
    {
        statements.Dispose();
        await factory.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
