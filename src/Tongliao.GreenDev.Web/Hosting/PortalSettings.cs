using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Application.Timeliness;
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
        CheckedSection.Of<ReactionsOptions>(),
        CheckedSection.Of<TaskProgressOptions>(),
        CheckedSection.Of<RemindersOptions>(),
        CheckedSection.Of<EvidenceOptions>(),
        CheckedSection.Of<PeriodsOptions>(),
        CheckedSection.Of<MessagesOptions>(),
        CheckedSection.Of<MailOptions>(),
        CheckedSection.Of<WeComOptions>(),
        CheckedSection.Of<DingTalkOptions>(),
    ];

    public static void AddPortalSettings(this IServiceCollection services) => Array.ForEach(Sections, section => section.Register(services));

    /// <summary>Answers false after printing every wrong setting. Comes before the host is built: the server reads settings while it is made.</summary>
    public static bool AreUsable(IConfiguration configuration, TextWriter errors)
    {
        var failures = Sections.SelectMany(section => section.Check(configuration)).Concat(Together(configuration)).ToList();
        if (failures.Count > 0)
        {
            errors.WriteLine("设置有误，系统没有启动：");
            failures.ForEach(failure => errors.WriteLine("  " + failure));
        }

        return failures.Count == 0;
    }

    /// <summary>What is wrong with settings that each are right.</summary>
    private static IEnumerable<string> Together(IConfiguration configuration)
    {
        var (file, request) = (Read<EvidenceOptions>(configuration).MaxFileMegabytes, Read<WebOptions>(configuration).MaxRequestMegabytes);
        if (file >= request)
        {
            yield return $"Evidence:MaxFileMegabytes（环境变量 Evidence__MaxFileMegabytes）：现为 {file}，须小于 Web:MaxRequestMegabytes（现为 {request}），"
                + "否则这样大的文件在到达之前就被拒绝。请调小它，或调大 Web__MaxRequestMegabytes";
        }

        if (Read<WebOptions>(configuration).BehindTls && !Read<ProxyOptions>(configuration).HasAny)
        {
            // Without one nothing says which requests came by HTTPS: every page would be sent to itself for ever.
            yield return "Web:BehindTls（环境变量 Web__BehindTls）：为 true 时必须写明前面的代理，否则系统无法知道访问是否经过 HTTPS。"
                + "请设置代理所在网段 Proxy__KnownNetworks__0（例如 172.31.77.0/24）或代理地址 Proxy__KnownProxies__0";
        }
    }

    private static TOptions Read<TOptions>(IConfiguration configuration)
        where TOptions : class, IPortalOptions, new()
    {
        var options = new TOptions();
        new SectionCheck<TOptions>(configuration).Configure(options);
        return options;
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
            where TOptions : class, IPortalOptions, new() =>
            new SectionCheck<TOptions>(configuration).Validate(null, Read<TOptions>(configuration)).Failures ?? [];
    }
}
