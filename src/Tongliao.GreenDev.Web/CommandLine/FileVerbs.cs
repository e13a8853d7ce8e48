using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>Reads files for the command line, and says of one that was exported whether it is still true.</summary>
internal static class FileVerbs
{
    /// <summary>Writes what was found to standard output.</summary>
    /// <exception cref="RefusalException">The file cannot be read, is not as it was exported, or cannot be verified.</exception>
    public static async Task VerifyAsync(IServiceProvider services, string path)
    {
        var verdict = await services.GetRequiredService<VerificationQueries>().VerifyAsSystemAsync(Path.GetFileName(path), await ReadAsync(path), CancellationToken.None);
        foreach (var line in Found(verdict, services.GetRequiredService<OfficeClock>()))
        {
            Console.WriteLine(line);
        }

        if (verdict.Standing is FileStanding.Altered or FileStanding.Unknown)
        {
            throw RefusalException.Conflict(RefusalCodes.NotGenuine, verdict.Sentence);
        }

        Console.WriteLine(verdict.Sentence);
    }

    /// <summary>Why a file that was named cannot be read.</summary>
    public static RefusalException Unreadable(string path, Exception failure)
    {
        var reason = failure switch
        {
            FileNotFoundException or DirectoryNotFoundException => "没有这个文件。",
            UnauthorizedAccessException => "没有读取权限，或者它是一个文件夹。",
            _ => failure.Message,
        };
        return RefusalException.Conflict(RefusalCodes.Unreadable, $"文件 {path} 无法读取：{reason}");
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        try
        {
            VerificationQueries.RequireSize(new FileInfo(path) is { Exists: true } file ? file.Length : 0);
            return await File.ReadAllBytesAsync(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, failure);
        }
    }

    private static IEnumerable<string> Found(FileVerdict verdict, OfficeClock clock)
    {
        if (verdict is not { Origin: { } origin, Comparison: { } found })
        {
            return [];
        }

        var (release, basis) = (origin.Release is { } number ? $"第{number}版" : "", origin.Basis?.Word());
        return
        [
            string.Join('，', new[] { $"{origin.KindWord}{origin.Quarter?.ChineseName}{release}", basis, origin.AsOf, $"{clock.Minute(origin.At)}由{origin.By}导出" }.Where(part => !string.IsNullOrEmpty(part))),
            .. found.Altered.Select(changed => $"改动 {Named(changed)}：导出时{Quoted(changed.Earlier)}，文件里{Quoted(changed.Later)}"),
            .. found.Superseded.Select(changed => $"变化 {Named(changed)}：文件里{Quoted(changed.Earlier)}，现在{Quoted(changed.Later)}"),
            .. verdict.Notes,
        ];
    }

    private static string Named(ChangedFact changed) => changed.Label is null ? changed.Place : $"{changed.Place}（{changed.Label}）";

    private static string Quoted(string? text) => string.IsNullOrEmpty(text) ? "为空" : $"是“{text}”";
}
