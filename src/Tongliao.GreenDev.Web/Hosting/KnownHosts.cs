using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Answers only under the portal's own names: a foreign one in <c>Host</c> would otherwise end up in redirects.</summary>
public static class KnownHosts
{
    public static void UseKnownHosts(this WebApplication app)
    {
        var names = app.SettingsOf<WebOptions>().AllowedHosts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Count > 0)
        {
            app.UseWhen(
                context => !names.Contains(context.Request.Host.Host) && !context.Request.IsAboutHealth(),
                static foreign => foreign.Run(RefuseAsync));
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("网址中的主机名不属于本平台。请使用管理员告知的网址访问。", context.RequestAborted);
    }
}
