using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>Whatever stands in an address or a form, no page breaks. Pages, parameters and forms are found by themselves.</summary>
public sealed partial class MalformedInputTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Unit = "150525";

    /// <summary>No number, a number that names nothing, one too large, what PostgreSQL refuses as text, and too much.</summary>
    private static readonly string[] Values = ["abc", "99", "-1", "99999999999999999999", "\0", new('长', 3000)];

    private static readonly Type[] Components = [.. typeof(App).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IComponent)))];

    /// <summary>What fields of forms are given: each costs a request.</summary>
    private static readonly string[] Typed = [.. Values.Except(["-1"])];

    public static TheoryData<UserRole> Roles { get; } = [.. Enum.GetValues<UserRole>()];

    [Fact]
    public void QueryParameters_AreTexts_SinceTheFrameworkAnswers500ToWhatIsNoNumber() => Assert.All(
        Components.SelectMany(QueryParametersOf),
        parameter => Assert.Contains(parameter.PropertyType, new[] { typeof(string), typeof(string[]) }));

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Page_MalformedAddress_IsNoFaultOfThePortal(UserRole role)
    {
        using var browser = await SignedInAsync(role);
        var addresses = Components.SelectMany(AddressesOf).Distinct().ToList();
        Assert.True(addresses.Count > 150, $"Only {addresses.Count} addresses were found.");

        foreach (var address in addresses)
        {
            using var answer = await browser.VisitAsync(address);
            Assert.True((int)answer.StatusCode < 500, $"{address[..Math.Min(address.Length, 90)]}: {answer.StatusCode}");
        }
    }

    /// <summary>The own password is all that is sent as a form besides signing in; people act in islands.</summary>
    [Fact]
    public async Task Form_MalformedField_IsNoFaultOfThePortal()
    {
        using var browser = await SignedInAsync(UserRole.Admin);

        var forms = 0;
        foreach (var page in Components.SelectMany(TemplatesOf).Select(Filled).Distinct())
        {
            forms += await PostMalformedAsync(browser, page);
        }

        Assert.Equal(1, forms);
    }

    [Fact]
    public async Task SignIn_MalformedField_IsNoFaultOfThePortal()
    {
        using var browser = portal.Open();

        Assert.Equal(1, await PostMalformedAsync(browser, "/sign-in?returnUrl=/account"));
    }

    [Fact]
    public async Task SignIn_NameWithNulCharacter_IsAnUnknownName()
    {
        using var browser = portal.Open();
        using var shown = await browser.VisitAsync("/sign-in");
        var form = FormsOf(await shown.Content.ReadAsStringAsync()).Single(form => form["_handler"] == "sign-in");

        using var answer = await SendAsync(browser, "/sign-in", new(form) { ["Form.LoginName"] = "ad\0min", ["Form.Password"] = "Typed-Secret-91" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("登录名或密码不正确", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Post_BodyThatIsNoForm_BadRequest(string contentType)
    {
        using var browser = portal.Open();
        using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"a");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        using var answer = await browser.SendFormAsync("/sign-in", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "a=b")]
    [InlineData("application/x-www-form-urlencoded; charset=\"UTF-7\"", "a=b")]
    [InlineData("application/x-www-form-urlencoded; charset=gb2312", "a=b")]
    [InlineData("application/x-www-form-urlencoded; charset=no-such", "a=b")]
    [InlineData("multipart/form-data; boundary=x; charset=utf-7", "--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nb\r\n--x--\r\n")]
    public async Task Post_FormInACharsetNobodyReads_Is415(string contentType, string body)
    {
        using var browser = portal.Open();
        foreach (var page in new[] { "/sign-in", "/sign-out", "/account/password" })
        {
            using var content = new StringContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

            using var answer = await browser.SendFormAsync(page, content);

            // Who is not signed in is sent to the sign-in page before the form is looked at.
            Assert.Equal(page == "/account/password" ? HttpStatusCode.Redirect : HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded; charset=\"UTF-8\"")]
    public async Task Post_FormInUtf8_IsReadAsOne(string contentType)
    {
        using var browser = portal.Open();
        using var content = new StringContent("a=b");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        using var answer = await browser.SendFormAsync("/sign-out", content);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<Browser> SignedInAsync(UserRole role)
    {
        var bureau = (await portal.UserAsync(UserRole.Bureau)).Caller;
        var periods = portal.Services.GetRequiredService<PeriodService>();
        await periods.OpenAsync(bureau, Quarter.Parse("2025Q3"), new DateOnly(2025, 10, 15), CancellationToken.None);
        return await portal.SignedInAsync(role);
    }

    /// <returns>How many forms the page has.</returns>
    private static async Task<int> PostMalformedAsync(Browser browser, string page)
    {
        using var shown = await browser.VisitAsync(page);
        var forms = FormsOf(await shown.Content.ReadAsStringAsync()).ToList();
        foreach (var form in forms)
        {
            var tries = from field in form.Keys.Where(IsTyped) from value in Typed select new Dictionary<string, string>(form) { [field] = value };
            foreach (var fields in tries)
            {
                using var answer = await SendAsync(browser, page, fields);
                Assert.True((int)answer.StatusCode < 500, $"{page} {form["_handler"]}: {answer.StatusCode} to {string.Join(", ", fields)}");
            }

            foreach (var address in WithMalformedQuery(page))
            {
                using var answer = await SendAsync(browser, address, form);
                Assert.True((int)answer.StatusCode < 500, $"{address} {form["_handler"]}: {answer.StatusCode}");
            }
        }

        return forms.Count;
    }

    private static bool IsTyped(string field) => field is not ("_handler" or "__RequestVerificationToken");

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string address, Dictionary<string, string> fields)
    {
        // In parts, where a character stands for itself.
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        return await browser.SendFormAsync(address, content);
    }

    /// <summary>What a page's forms would send; of many fields alike the first.</summary>
    private static IEnumerable<Dictionary<string, string>> FormsOf(string html) =>
        from form in Markup.Page(html).QuerySelectorAll("form[method=post]:has([name=_handler])")
        select form.QuerySelectorAll("input[name], select[name], textarea[name]").DistinctBy(field => field.GetAttribute("name")!.Split('[')[0])
            .ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");

    private static IEnumerable<string> AddressesOf(Type component) =>
        from template in TemplatesOf(component)
        from address in WithMalformedRoute(template).Concat(QueryParametersOf(component).SelectMany(parameter => WithMalformed(Filled(template), NameOf(parameter))))
        select address;

    private static IEnumerable<string> TemplatesOf(Type component) => component.GetCustomAttributes<RouteAttribute>().Select(route => route.Template);

    private static IEnumerable<PropertyInfo> QueryParametersOf(Type component) => component
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute)));

    private static string NameOf(PropertyInfo parameter) =>
        parameter.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? parameter.Name.ToLowerInvariant();

    private static IEnumerable<string> WithMalformed(string address, string parameter) =>
        Values.Append("").Select(value => $"{address}?{parameter}={Escaped(value)}");

    private static IEnumerable<string> WithMalformedQuery(string address) =>
        from parameter in Parameter().Matches(address)
        from value in Typed
        select address.Replace(parameter.Value, parameter.Groups[1].Value + Escaped(value), StringComparison.Ordinal);

    /// <summary>No server takes a NUL character in a path.</summary>
    private static IEnumerable<string> WithMalformedRoute(string template) =>
        from place in Place().Matches(template)
        from value in Values.Where(value => value != "\0")
        select Filled(template.Replace(place.Value, Escaped(value), StringComparison.Ordinal));

    /// <summary>The address of something that is there.</summary>
    private static string Filled(string template) => Place().Replace(template, place => place.Groups[1].Value switch
    {
        "UnitCode" => Unit,
        "Period" => "2025Q3",
        "Id" => Guid.Empty.ToString(),
        _ => "2",
    });

    private static string Escaped(string value) => Uri.EscapeDataString(value.Length > 200 ? value[..200] : value);

    [GeneratedRegex("([?&][a-zA-Z]+=)[^&]*")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Place();
}
