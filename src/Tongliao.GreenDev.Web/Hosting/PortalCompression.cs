using System.Net.Mime;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>
/// Pages go compressed over thin lines, a matrix of 96 KB in a tenth of that; files are compressed beforehand by the build, messages of
/// circuits by SignalR. That lengths tell something of what is compressed (BREACH) is met: docs/security.md, the browser.
/// </summary>
internal static class PortalCompression
{
    public static void AddPortalCompression(this IServiceCollection services) => services.AddResponseCompression(static compression =>
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = [MediaTypeNames.Text.Html];
    });
}
