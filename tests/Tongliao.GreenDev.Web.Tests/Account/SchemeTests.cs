using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Authentication;

namespace Tongliao.GreenDev.Web.Tests.Account;

public sealed class SchemeTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Theory]
    [InlineData("/api/v1/plan", false, true)]
    [InlineData("/API/v1/plan", false, true)]
    [InlineData("/exports/annex.xlsx", true, true)]
    [InlineData("/account", true, false)]
    [InlineData("/_blazor", true, false)]
    public async Task Authenticate_CookieOrToken_ByAddress(string path, bool takesCookie, bool takesToken)
    {
        Assert.Equal(takesCookie, await IsLetInAsync(path, ("Cookie", await CookieAsync())));
        Assert.Equal(takesToken, await IsLetInAsync(path, ("Authorization", $"Bearer {await TokenAsync()}")));
    }

    [Fact]
    public async Task Authenticate_BadTokenBesideGoodCookie_RefusedOnExports() =>
        Assert.False(await IsLetInAsync("/exports/annex.xlsx", ("Cookie", await CookieAsync()), ("Authorization", "Bearer gdt_wrong")));

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("gdt_wrong")]
    public async Task Authenticate_OtherHeader_Refused(string header) => Assert.False(await IsLetInAsync("/api/v1/plan", ("Authorization", header)));

    [Theory]
    [InlineData(AccessPolicies.Token, "/elsewhere", false)]
    [InlineData(AccessPolicies.SessionOrToken, "/exports/annex.xlsx", true)]
    public async Task Policy_Cookie_OnlyWhereSessionsCount(string policyName, string path, bool isLetIn)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var policy = (await scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>().GetPolicyAsync(policyName))!;
        var context = Context(scope.ServiceProvider, path, ("Cookie", await CookieAsync()));

        var result = await scope.ServiceProvider.GetRequiredService<IPolicyEvaluator>().AuthenticateAsync(policy, context);

        Assert.Equal(isLetIn, result.Succeeded);
    }

    [Fact]
    public async Task Authenticate_Token_PersonRoleAndTokenInThePrincipal()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var context = Context(scope.ServiceProvider, "/api/v1/plan", ("Authorization", $"Bearer {await TokenAsync()}"));

        var principal = (await context.AuthenticateAsync()).Principal!;

        Assert.True(principal.IsInRole("clerk"));
        Assert.NotNull(principal.FindFirst(SessionClaims.Token));
        Assert.Equal("李四海", principal.Identity!.Name);
    }

    private async Task<bool> IsLetInAsync(string path, params (string Name, string Value)[] headers)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return (await Context(scope.ServiceProvider, path, headers).AuthenticateAsync()).Succeeded;
    }

    private static DefaultHttpContext Context(IServiceProvider services, string path, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Path = path;
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return context;
    }

    private async Task<string> CookieAsync()
    {
        using var browser = await portal.SignedInAsync();
        return browser.Cookies;
    }

    private async Task<string> TokenAsync() =>
        (await portal.Services.GetRequiredService<TokenService>().CreateAsync((await portal.UserAsync()).Caller, null, 1, CancellationToken.None)).Token;
}
