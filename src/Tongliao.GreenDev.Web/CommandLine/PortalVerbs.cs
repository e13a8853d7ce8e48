using System.Globalization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>The verbs of the command line. The database is open, migrated and holds the plan before one runs.</summary>
public static class PortalVerbs
{
    public static IReadOnlyList<PortalVerb> All { get; } =
    [
        new("migrate", "", "建立或升级数据库，载入方案", (_, _) => Task.CompletedTask),
        new("seed-demo", "", "在空库中载入演示数据和演示账号", SeedDemoAsync),
        new("create-user", "--name 登录名 --role 角色 [--region 区划代码] [--department 部门] [--display-name 姓名]", "新建账号，末行为一次性密码", CreateUserAsync),
        new("create-token", "--user 登录名 [--days 天数]", "新建接口令牌，末行为令牌", CreateTokenAsync),
        new("export-annex", "--period 2025Q3 文件", "导出附件表", ExportAnnexAsync),
    ];

    private static async Task SeedDemoAsync(IServiceProvider services, VerbArguments arguments)
    {
        arguments.RefuseLeftovers();
        var isNew = await services.GetRequiredService<DemoSeeder>().SeedOnceAsync(CancellationToken.None);
        Console.WriteLine(isNew ? "已载入演示数据。" : "演示数据已在库中，未作改动。");
    }

    private static async Task CreateUserAsync(IServiceProvider services, VerbArguments arguments)
    {
        var name = arguments.Required("name");
        var role = ParseRole(arguments.Required("role"));
        var office = new Office(role, arguments.Optional("region"), arguments.Optional("department"));
        var displayName = arguments.Optional("display-name") ?? name;
        arguments.RefuseLeftovers();
        var created = await services.GetRequiredService<UserService>()
            .CreateAsSystemAsync(new NewUser(name, displayName, office), CancellationToken.None);
        Console.WriteLine($"已新建{role.Word()}账号 {created.LoginName}，首次登录须修改密码。一次性密码：");
        Console.WriteLine(created.OneTimePassword);
    }

    private static async Task CreateTokenAsync(IServiceProvider services, VerbArguments arguments)
    {
        var user = arguments.Required("user");
        var days = arguments.Optional("days") is { } text ? ParseDays(text) : (int?)null;
        arguments.RefuseLeftovers();
        var created = await services.GetRequiredService<TokenService>()
            .CreateAsSystemAsync(user, name: null, days, CancellationToken.None);
        Console.WriteLine($"令牌有效期至 {services.GetRequiredService<OfficeClock>().Minute(created.ExpiresAt)}，只显示这一次：");
        Console.WriteLine(created.Token);
    }

    private static async Task ExportAnnexAsync(IServiceProvider services, VerbArguments arguments)
    {
        var period = arguments.Required("period");
        var path = Path.GetFullPath(arguments.Next("文件名"));
        arguments.RefuseLeftovers();
        var workbook = await services.GetRequiredService<AnnexExportService>().ExportAsSystemAsync(period, CancellationToken.None);
        await File.WriteAllBytesAsync(path, workbook.Content);
        Console.WriteLine($"已导出 {path}");
    }

    private static UserRole ParseRole(string text)
    {
        foreach (var role in Enum.GetValues<UserRole>())
        {
            if (string.Equals(role.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return role;
            }
        }

        throw new UsageException($"没有角色 {text}，请填写：{string.Join(' ', Enum.GetNames<UserRole>().Select(Camel))}。");
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static int ParseDays(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days
            : throw new UsageException($"天数 {text} 不是整数。");
}
