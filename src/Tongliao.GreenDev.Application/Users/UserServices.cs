using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Users.Passwords;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Registers accounts, sign-in, sessions and tokens.</summary>
public static class UserServices
{
    /// <summary>Shared by all nodes and versions; another name would make every cookie and key unreadable.</summary>
    private const string ApplicationName = "Tongliao.GreenDev";

    /// <summary>Adds them to the services of the data layer; the options keep their defaults unless bound.</summary>
    public static IServiceCollection AddGreenDevUsers(this IServiceCollection services)
    {
        services.AddOptions<PasswordsOptions>();
        services.AddOptions<SignInsOptions>();
        services.AddOptions<SessionsOptions>();
        services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToDbContext<GreenDevDbContext>();
        services.AddSingleton<IPasswordHasher<GreenDevUser>>(provider => new PasswordHasher<GreenDevUser>(Options.Create(
            new PasswordHasherOptions { IterationCount = provider.GetRequiredService<IOptions<PasswordsOptions>>().Value.HashRounds })));
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<IdentityFactory>();
        services.AddSingleton<UnknownNames>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<OneTimeCodes>();
        services.AddSingleton<UserStore>();
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<UserService>();
        services.AddSingleton<FirstAdministratorService>();
        services.AddSingleton<UserQueries>();
        services.AddSingleton<SignInService>();
        services.AddSingleton<SecondFactorService>();
        services.AddSingleton<TokenService>();
        services.AddSingleton<SessionService>();
        services.AddSingleton<LiveTokens>();
        return services;
    }
}
