using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>LibreOffice as the system has it, which opens a file, reckons all formulas and saves or prints it as a person would.</summary>
public static partial class SystemOffice
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
    public static Task<byte[]> SaveAgainAsync(byte[] content, string format = "xlsx") => ConvertAsync(content, format, format);

    /// <param name="document">A document.</param>
    /// <returns>What a printer would get of it: the words of each page (pdftotext), and its width and height in points.</returns>
    /// <exception cref="InvalidOperationException">It was not printed.</exception>
    public static async Task<IReadOnlyList<(string Text, double Width, double Height)>> PrintAsync(byte[] document)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await ConvertAsync(document, "docx", "pdf"));
            var words = (await OutputAsync("pdftotext", "-layout", file, "-")).Split('\f');
            var sizes = PageSize().Matches(await OutputAsync("pdfinfo", "-l", "-1", file));
            return
            [
                .. sizes.Zip(words, (size, text) => (
                    text, double.Parse(size.Groups["width"].Value, CultureInfo.InvariantCulture), double.Parse(size.Groups["height"].Value, CultureInfo.InvariantCulture))),
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<byte[]> ConvertAsync(byte[] content, string from, string to)
    {
        await Gate.WaitAsync();
        var folder = Directory.CreateTempSubdirectory("gdo-").FullName;
        try
        {
            var (source, target) = (Path.Combine(folder, $"file.{from}"), Path.Combine(folder, "saved"));
            await File.WriteAllBytesAsync(source, content);
            await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "profile", "user")).FullName, "registrymodifications.xcu"), AlwaysReckons);
            var start = new ProcessStartInfo("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", target, source])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var office = Process.Start(start)!;
            var output = Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
            await office.WaitForExitAsync().WaitAsync(Limit);
            var saved = Path.Combine(target, $"file.{to}");
            return File.Exists(saved) ? await File.ReadAllBytesAsync(saved) : throw new InvalidOperationException(string.Concat(await output));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Gate.Release();
        }
    }

    private static async Task<string> OutputAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [GeneratedRegex(@"^Page +\d+ size: +(?<width>[\d.]+) x (?<height>[\d.]+) pts", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PageSize();
}
