using ClosedXML.Excel;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.CommandLine;

namespace Tongliao.GreenDev.Web.Tests.CommandLine;

public sealed class PortalCallTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("没有命令 seed", "seed")]
    [InlineData("多余的参数 foo", "migrate", "foo", "--bar", "baz")]
    [InlineData("未知选项 --bar", "migrate", "--bar", "baz")]
    [InlineData("多余的参数 now", "seed-demo", "now")]
    [InlineData("缺少选项 --role", "create-user", "--name", "a1")]
    [InlineData("没有角色 boss，请填写：clerk countyReviewer departmentReviewer bureau leader admin auditor", "create-user", "--name", "a1", "--role", "boss")]
    [InlineData("选项 --name 缺少值或重复", "create-user", "--role", "admin", "--name")]
    [InlineData("选项 --name 缺少值或重复", "create-user", "--name", "a1", "--name", "a2", "--role", "admin")]
    [InlineData("缺少选项 --name", "unlock")]
    [InlineData("多余的参数 zhang", "unlock", "--name", "li", "zhang")]
    [InlineData("缺少选项 --user", "create-token", "--days", "3")]
    [InlineData("天数 three 不是整数", "create-token", "--user", "a1", "--days", "three")]
    [InlineData("缺少选项 --period", "export-annex", "annex.xlsx")]
    [InlineData("填报期 2025Q5 无法识别", "export-annex", "--period", "2025Q5", "annex.xlsx")]
    [InlineData("缺少文件名", "export-annex", "--period", "2025Q3")]
    [InlineData("缺少文件名", "verify-file")]
    [InlineData("缺少文件名", "export-annex", "--period", "2025Q3", "")]
    [InlineData("未知选项 --bar", "--bar")]
    [InlineData("未知选项 --seed-demo", "--seed-demo=yes")]
    [InlineData("未知选项 -v", "-v")]
    [InlineData("选项 --urls 缺少值", "--urls")]
    [InlineData("多余的参数 migrate", "--urls=http://127.0.0.1:5081", "migrate")]
    public void Read_WrongUsage_IsRefusedBeforeAnythingIsOpened(string fault, params string[] line)
    {
        using var errors = new StringWriter();

        Assert.Null(PortalCall.Read(line, errors));
        Assert.Contains(fault, errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("用法", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(true, "--urls=http://127.0.0.1:5081")]
    [InlineData(true, "--urls", "http://127.0.0.1:5081", "--environment=Development", "--contentRoot", ".")]
    [InlineData(true, "--Serilog:MinimumLevel:Default=Debug", "--GREENDEV_DATA", "data")]
    [InlineData(false, "migrate")]
    [InlineData(false, "create-user", "--name", "a1", "--role", "countyReviewer", "--region", "150525", "--display-name", "张三")]
    [InlineData(false, "export-annex", "annex.xlsx", "--period", "2025Q3")]
    public void Read_RightUsage_IsUnderstood(bool isToServe, params string[] line) =>
        Assert.Equal(isToServe, PortalCall.Read(line, TextWriter.Null)?.IsToServe);

    [Theory]
    [InlineData(true, "--help")]
    [InlineData(true, "-h")]
    [InlineData(true, "help")]
    [InlineData(true, "create-user", "--help")]
    [InlineData(false)]
    [InlineData(false, "migrate")]
    public void Helps_WhoeverAsks_WithTheUsage(bool isAsked, params string[] line)
    {
        using var output = new StringWriter();

        Assert.Equal(isAsked, PortalCall.Helps(line, output));
        Assert.Equal(isAsked, output.ToString().Contains("用法", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ExportAnnex_WhereNoFileCanBe_IsRefusedInChinese()
    {
        var folder = Directory.CreateTempSubdirectory("greendev-annex-").FullName;
        try
        {
            await using var services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);

            Assert.Equal(
                (ExitCode.Refused, $"文件 {folder} 无法写入：这是一个文件夹，请写明文件名。\n"), await ExportAsync(services, folder));
            var lost = Path.Combine(folder, "none", "annex.xlsx");
            Assert.Equal((ExitCode.Refused, $"文件 {lost} 无法写入：所在的文件夹不存在。\n"), await ExportAsync(services, lost));
            if (OperatingSystem.IsLinux())
            {
                // Where not even root may write.
                Assert.Equal((ExitCode.Refused, "文件 /sys/annex.xlsx 无法写入：没有写入权限。\n"), await ExportAsync(services, "/sys/annex.xlsx"));
            }

            Assert.Equal((ExitCode.Done, ""), await ExportAsync(services, Path.Combine(folder, "annex.xlsx")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task VerifyFile_AsItWasExported_IsDone_AlteredOrForeign_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("greendev-verify-").FullName;
        var path = Path.Combine(folder, "annex.xlsx");
        try
        {
            await using var services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);
            await ExportAsync(services, path);
            Assert.Equal((ExitCode.Done, ""), await VerifyAsync(services, path));

            using (var book = new XLWorkbook(path))
            {
                book.Worksheet("监测表").Cell("A1").SetValue("改过的标题");
                book.Save();
            }

            Assert.Equal((ExitCode.Refused, "内容被改动：有1处与导出时不同。\n"), await VerifyAsync(services, path));
            Assert.Equal((ExitCode.Refused, $"文件 {path}.xlsx 无法读取：没有这个文件。\n"), await VerifyAsync(services, path + ".xlsx"));
            await File.WriteAllBytesAsync(path, SampleWorkbooks.Of("""<row r="1"><c r="A1"><v>1</v></c></row>"""), TestContext.Current.CancellationToken);
            Assert.Equal(ExitCode.Refused, (await VerifyAsync(services, path)).Code);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(ExitCode Code, string Errors)> VerifyAsync(ServiceProvider services, string path)
    {
        using var errors = new StringWriter { NewLine = "\n" };
        return (await PortalCall.Read(["verify-file", path], errors)!.RunAsync(services, errors), errors.ToString());
    }

    private static async Task<(ExitCode Code, string Errors)> ExportAsync(ServiceProvider services, string path)
    {
        using var errors = new StringWriter { NewLine = "\n" };
        var call = PortalCall.Read(["export-annex", "--period", "2024Q3", path], errors);
        return (await call!.RunAsync(services, errors), errors.ToString());
    }
}
