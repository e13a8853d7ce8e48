
namespace Tongliao.GreenDev.Web.Tests.Account;

/// <summary>Visits pages and sends their forms as a browser without script does.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    private readonly Dictionary<string, string> cookies = [];

    public const string SessionCookie = "greendev-session";

    /// <summary>The cookies as they would be sent next.</summary>
    public string Cookies
    {
        get => string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        set
        {
            cookies.Clear();
            foreach (var pair in value.Split("; "))
            {
                cookies[pair[..pair.IndexOf('=', StringComparison.Ordinal)]] = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..];
            }
        }
    }

    public Uri Address => client.BaseAddress!;

    public bool HasSession => cookies.ContainsKey(SessionCookie);

    /// <summary>Where an answer leads: within the portal the path alone, elsewhere the whole address.</summary>
    public static string? TargetOf(HttpResponseMessage answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true, Authority: "localhost" } within ? within.PathAndQuery : answer.Headers.Location?.OriginalString;

    public Task<HttpResponseMessage> VisitAsync(string address) => SendAsync(HttpMethod.Get, address, "text/html", content: null);

    /// <summary>As a script asks.</summary>
    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string address) => SendAsync(method, address, "application/json", content: null);

    /// <summary>Sends a form of a page with what stands hidden in it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string form, params (string Name, string Value)[] fields)
    {
        using var shown = await VisitAsync(page);
        return await SubmitAsync(shown, page, form, fields);
    }

    /// <inheritdoc cref="SubmitAsync(string, string, ValueTuple{string, string}[])"/>
    public async Task<HttpResponseMessage> SubmitAsync(HttpResponseMessage shown, string page, string form, params (string Name, string Value)[] fields)
    {
        var hidden = (await Markup.PageAsync(shown))
            .QuerySelectorAll("input[name=__RequestVerificationToken], input[name=operation], input[name=version]")
            .Select(field => (Name: field.GetAttribute("name")!, Value: field.GetAttribute("value")!))
            .DistinctBy(field => field.Name);
        return await PostAsync(page, [("_handler", form), .. hidden, .. fields]);
    }

    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await SendFormAsync(address, content);
    }

    /// <summary>Sends a body as it is.</summary>
    public Task<HttpResponseMessage> SendFormAsync(string address, HttpContent content) => SendAsync(HttpMethod.Post, address, "text/html", content);

    public Task<HttpResponseMessage> SignInAsync(string loginName, string password, string address = "/sign-in?returnUrl=/account") =>
        SubmitAsync(address, "sign-in", ("Form.LoginName", loginName), ("Form.Password", password));

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string accept, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("Accept", accept);
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", Cookies);
        }

        var answer = await client.SendAsync(request);
        Keep(answer);
        return answer;
    }

    private void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var settings))
        {
            return;
        }

        foreach (var pair in settings.Select(setting => setting.Split(';')[0].Split('=', 2)))
        {
            if (pair[1].Length == 0)
            {
                cookies.Remove(pair[0]);
            }
            else
            {
                cookies[pair[0]] = pair[1];
            }
        }
    }
}
