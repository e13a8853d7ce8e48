namespace Tongliao.GreenDev.Domain.Files;

/// <summary>One file in an archive, as the archive's directory has it.</summary>
/// <param name="Name">With folders.</param>
/// <param name="Method">How it is compressed: 0 not at all, 8 deflate.</param>
/// <param name="IsEncrypted">It is.</param>
/// <param name="Compressed">Bytes in the archive.</param>
/// <param name="Unfolded">Bytes that it says to unfold to.</param>
/// <param name="Offset">Where its own header begins.</param>
internal sealed record ZipEntry(string Name, int Method, bool IsEncrypted, long Compressed, long Unfolded, long Offset);
