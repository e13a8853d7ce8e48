using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Users.Passwords;
using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>All settings are checked before the portal starts, and all that is wrong is said at once.</summary>
public static class PortalSettings
{
    private static readonly CheckedSection[] Sections =
    [
        CheckedSection.Of<WebOptions>(),
        CheckedSection.Of<OfficeOptions>(),
        CheckedSection.Of<ProxyOptions>(),
        CheckedSection.Of<CircuitsOptions>(),
        CheckedSection.Of<RateLimitsOptions>(),
        CheckedSection.Of<PasswordsOptions>(),
        CheckedSection.Of<SignInsOptions>(),
        CheckedSection.Of<SessionsOptions>(),
    ];

    public static void AddPortalSettings(this IServiceCollection services) => Array.ForEach(Sections, section => section.Register(services));

    /// <summary>Answers false after printing every wrong setting. Comes before the host is built: the server reads settings while it is made.</summary>
    public static bool AreUsable(IConfiguration configuration, TextWriter errors)
    {
        var failures = Sections.SelectMany(section => section.Check(configuration)).ToList();
        if (failures.Count > 0)
        {
            errors.WriteLine("设置有误，系统没有启动：");
            failures.ForEach(failure => errors.WriteLine("  " + failure));
        }

        return failures.Count == 0;
    }

    internal static TOptions SettingsOf<TOptions>(this WebApplication app)
        where TOptions : class => app.Services.SettingsOf<TOptions>();

    internal static TOptions SettingsOf<TOptions>(this IServiceProvider services)
        where TOptions : class => services.GetRequiredService<IOptions<TOptions>>().Value;

    private sealed record CheckedSection(Action<IServiceCollection> Register, Func<IConfiguration, IEnumerable<string>> Check)
    {
        public static CheckedSection Of<TOptions>()
            where TOptions : class, IPortalOptions, new() => new(Add<TOptions>, Failures<TOptions>);

        private static void Add<TOptions>(IServiceCollection services)
            where TOptions : class, IPortalOptions
        {
            services.AddOptions<TOptions>().ValidateOnStart();
            services.AddSingleton<IConfigureOptions<TOptions>, SectionCheck<TOptions>>();
            services.AddSingleton<IValidateOptions<TOptions>, SectionCheck<TOptions>>();
        }

        private static IEnumerable<string> Failures<TOptions>(IConfiguration configuration)
            where TOptions : class, IPortalOptions, new()
        {
            var check = new SectionCheck<TOptions>(configuration);
            var options = new TOptions();
            check.Configure(options);
            return check.Validate(null, options).Failures ?? [];
        }
    }
}
