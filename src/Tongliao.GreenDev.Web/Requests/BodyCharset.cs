using System.Text;
using Microsoft.Net.Http.Headers;

namespace Tongliao.GreenDev.Web.Requests;

/// <summary>In which characters a body says that it is written. One that nobody here reads is the sender's fault; left to the framework, it would be one of the portal.</summary>
public static class BodyCharset
{
    /// <summary>Whether a body of this type can be read, as far as its charset goes.</summary>
    public static bool IsKnown(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.Charset.Length == 0)
        {
            return true;
        }

        try
        {
            return Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString()) is not null;
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
