using System.Text;
using Microsoft.Net.Http.Headers;

namespace Tongliao.GreenDev.Web.Requests;

/// <summary>In which characters a body says that it is written. One that nobody here reads is the sender's fault; left to the framework, it would be one of the portal.</summary>
public static class BodyCharset
{
    // What the runtime reads by itself: UTF-16, UTF-32, ASCII, Latin-1, UTF-8. A library may register more for the whole process.
    private static readonly HashSet<int> OwnCodePages = [1200, 1201, 12000, 12001, 20127, 28591, 65001];

    /// <summary>Whether a body of this type can be read, as far as its charset goes.</summary>
    public static bool IsKnown(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.Charset.Length == 0)
        {
            return true;
        }

        try
        {
            return OwnCodePages.Contains(Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString()).CodePage);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Answers 415 to forms in other characters, of which each part may have its own. Comes before whoever reads the form first.</summary>
    public static void UseFormCharset(this WebApplication app) => app.UseWhen(
        static context => HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType,
        static forms => forms.Use(static async (context, next) =>
        {
            if (await CanReadAsync(context.Request))
            {
                await next(context);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            }
        }));

    private static async Task<bool> CanReadAsync(HttpRequest request)
    {
        if (!IsKnown(request.ContentType))
        {
            return false;
        }

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (NotSupportedException)
        {
            return false;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // Whoever needs the form meets the same again, and answers for it.
        }

        return true;
    }
}
