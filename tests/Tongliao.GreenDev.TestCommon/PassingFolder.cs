namespace Tongliao.GreenDev.TestCommon;

/// <summary>
/// Where data lies that ends with a test. In memory, if the machine has plenty: the databases of a test process are
/// hundreds of thousands of files, and a disk is busy for minutes with making and removing them.
/// </summary>
public static class PassingFolder
{
    private const string Memory = "/dev/shm";

    /// <summary>In bytes: what all test processes need at a time is half of it.</summary>
    private const long Plenty = 12L << 30;

    private static readonly string Root = HasPlenty() ? Memory : Path.GetTempPath();

    /// <summary>The path of a folder that does not exist yet.</summary>
    /// <param name="prefix">Whose it is.</param>
    public static string New(string prefix) => Path.Combine(Root, $"{prefix}-{Guid.CreateVersion7():N}");

    // Two questions: a container may give much to the folder and little to itself.
    private static bool HasPlenty() =>
        Directory.Exists(Memory)
        && new DriveInfo(Memory).AvailableFreeSpace > Plenty
        && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > Plenty;
}
