using System.Diagnostics;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>LibreOffice as the system has it, which opens a file, reckons all formulas and saves it as a person would.</summary>
public static class SystemOffice
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Otherwise it takes what a formula is said to come to.</summary>
    private const string AlwaysReckons = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    /// <summary>Two at a time would share a profile, and one would give up.</summary>
    private static readonly SemaphoreSlim Gate = new(1);

    /// <param name="content">A workbook or document.</param>
    /// <param name="format">As what it is opened and saved: xlsx or docx.</param>
    /// <returns>The same, saved.</returns>
    /// <exception cref="InvalidOperationException">It was not saved.</exception>
    public static async Task<byte[]> SaveAgainAsync(byte[] content, string format = "xlsx")
    {
        await Gate.WaitAsync();
        var folder = Directory.CreateTempSubdirectory("gdo-").FullName;
        try
        {
            var (source, target) = (Path.Combine(folder, $"book.{format}"), Path.Combine(folder, "saved"));
            await File.WriteAllBytesAsync(source, content);
            await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "profile", "user")).FullName, "registrymodifications.xcu"), AlwaysReckons);
            var start = new ProcessStartInfo("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", format, "--outdir", target, source])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var office = Process.Start(start)!;
            var output = Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
            await office.WaitForExitAsync().WaitAsync(Limit);
            var saved = Path.Combine(target, $"book.{format}");
            return File.Exists(saved) ? await File.ReadAllBytesAsync(saved) : throw new InvalidOperationException(string.Concat(await output));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Gate.Release();
        }
    }
}
