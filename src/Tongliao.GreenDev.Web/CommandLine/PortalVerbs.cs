using System.Globalization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>The verbs of the command line. The database is open, migrated and holds the plan before one runs.</summary>
public static class PortalVerbs
{
    public static IReadOnlyList<PortalVerb> All { get; } =
    [
        new("migrate", "", "建立或升级数据库，载入方案", _ => _ => Task.CompletedTask),
        new("seed-demo", "", "在空库中载入演示数据和演示账号", _ => SeedDemoAsync),
        new("load-plan", "文件", "校验方案文件并载入，与已有方案并存；已有的方案只增补指标", LoadPlan),
        new("validate-plan", "文件", "只校验方案文件，指出每处错误的行、列、路径和原因，不载入", ValidatePlan),
        new("create-user", "--name 登录名 --role 角色 [--region 区划代码] [--department 部门] [--plan 方案] [--display-name 姓名]", "新建账号，末行为一次性密码", CreateUser),
        new("unlock", "--name 登录名", "解除账号因输错密码而受的锁定", Unlock),
        new("create-token", "--user 登录名 [--days 天数]", "新建接口令牌，末行为令牌", CreateToken),
        new("verify-file", "文件", "核对平台导出的文件：内容是否被改动，与现在是否一致，列出不同之处", VerifyFile),
        new("export-annex", "--period 2025Q3 [--plan 方案] 文件", "导出附件表", ExportAnnex),
    ];

    private static async Task SeedDemoAsync(IServiceProvider services)
    {
        var isNew = await services.GetRequiredService<DemoSeeder>().SeedOnceAsync(CancellationToken.None);
        Console.WriteLine(isNew ? "已载入演示数据。" : "演示数据已在库中，未作改动。");
    }

    private static VerbWork CreateUser(VerbArguments arguments)
    {
        var name = arguments.Required("name");
        var office = new Office(ReadRole(arguments.Required("role")), arguments.Optional("region"), arguments.Optional("department"));
        var user = new NewUser(name, arguments.Optional("display-name") ?? name, office);
        var plan = arguments.Optional("plan");
        return async services =>
        {
            var created = await services.GetRequiredService<UserService>().CreateAsSystemAsync(user, plan, CancellationToken.None);
            Console.WriteLine($"已新建{office.Role.Word()}账号 {created.LoginName}，首次登录须修改密码。一次性密码：");
            Console.WriteLine(created.OneTimePassword);
        };
    }

    private static VerbWork LoadPlan(VerbArguments arguments)
    {
        var path = Path.GetFullPath(arguments.Next("文件名"));
        return async services => Console.WriteLine(PlanVerbs.Done(await PlanVerbs.ReadAsync(
            path, edition => services.GetRequiredService<PlanStore>().LoadAsync(edition, CancellationToken.None))));
    }

    private static VerbWork ValidatePlan(VerbArguments arguments)
    {
        var path = Path.GetFullPath(arguments.Next("文件名"));
        return async services => Console.WriteLine(PlanVerbs.Possible(await PlanVerbs.ReadAsync(
            path, edition => services.GetRequiredService<PlanStore>().TryAsync(edition, CancellationToken.None))));
    }

    private static VerbWork Unlock(VerbArguments arguments)
    {
        var name = arguments.Required("name");
        return async services =>
        {
            await services.GetRequiredService<UserService>().UnlockAsSystemAsync(name, CancellationToken.None);
            Console.WriteLine($"已解除账号 {name} 的锁定，可以重新登录。");
        };
    }

    private static VerbWork CreateToken(VerbArguments arguments)
    {
        var user = arguments.Required("user");
        var days = arguments.Optional("days") is { } text ? ReadDays(text) : (int?)null;
        return async services =>
        {
            var created = await services.GetRequiredService<TokenService>()
                .CreateAsSystemAsync(user, name: null, days, CancellationToken.None);
            Console.WriteLine($"令牌有效期至 {services.GetRequiredService<OfficeClock>().Minute(created.ExpiresAt)}，只显示这一次：");
            Console.WriteLine(created.Token);
        };
    }

    private static VerbWork VerifyFile(VerbArguments arguments)
    {
        var path = Path.GetFullPath(arguments.Next("文件名"));
        return services => FileVerbs.VerifyAsync(services, path);
    }

    private static VerbWork ExportAnnex(VerbArguments arguments)
    {
        var period = ReadPeriod(arguments.Required("period"));
        var plan = arguments.Optional("plan");
        var path = Path.GetFullPath(arguments.Next("文件名"));
        return async services =>
        {
            var workbook = await services.GetRequiredService<AnnexExportService>().ExportAsSystemAsync(plan, Quarter.Read(period), CancellationToken.None);
            await SaveAsync(path, workbook.Content);
            Console.WriteLine($"已导出 {path}");
        };
    }

    private static async Task SaveAsync(string path, byte[] content)
    {
        try
        {
            await File.WriteAllBytesAsync(path, content);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var reason = failure switch
            {
                _ when Directory.Exists(path) => "这是一个文件夹，请写明文件名。",
                DirectoryNotFoundException => "所在的文件夹不存在。",
                UnauthorizedAccessException => "没有写入权限。",
                _ => failure.Message,
            };
            throw RefusalException.Conflict(RefusalCodes.Unwritable, $"文件 {path} 无法写入：{reason}");
        }
    }

    private static UserRole ReadRole(string text) => UserRoles.FromCode(text)
        ?? throw new UsageException($"没有角色 {text}，请填写：{string.Join(' ', Enum.GetValues<UserRole>().Select(role => role.Code()))}。");

    private static int ReadDays(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days
            : throw new UsageException($"天数 {text} 不是整数。");

    private static string ReadPeriod(string text) =>
        Quarter.TryParse(text, out _) ? text : throw new UsageException($"填报期 {text} 无法识别，请按 2025Q3 的格式填写。");
}
