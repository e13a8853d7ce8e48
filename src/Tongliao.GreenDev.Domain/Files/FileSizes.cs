using System.Globalization;

namespace Tongliao.GreenDev.Domain.Files;

/// <summary>How large a file is, for people.</summary>
public static class FileSizes
{
    private const long Kilobyte = 1024;

    /// <summary>For example 512 字节, 12 KB, 3.2 MB.</summary>
    public static string Word(long bytes) => bytes switch
    {
        < Kilobyte => string.Create(CultureInfo.InvariantCulture, $"{bytes} 字节"),
        < Kilobyte * Kilobyte => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (decimal)(Kilobyte * Kilobyte):0.#} MB"),
    };
}
