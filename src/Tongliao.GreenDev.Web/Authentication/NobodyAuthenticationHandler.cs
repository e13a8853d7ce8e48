using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>Takes nobody for signed in, and asks no database about it: for what bears <see cref="WithoutSessionAttribute"/>.</summary>
public sealed class NobodyAuthenticationHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "nobody";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
}
