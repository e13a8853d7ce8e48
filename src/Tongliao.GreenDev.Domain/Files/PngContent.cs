using System.Buffers.Binary;

namespace Tongliao.GreenDev.Domain.Files;

/// <summary>Whether a content is a PNG picture, from its first chunk to its last, with nothing behind.</summary>
internal static class PngContent
{
    /// <summary>Length, name and checksum of a chunk.</summary>
    private const int ChunkFrame = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static string? FaultOf(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Signature) || content.Length < 33 || !content.Slice(12, 4).SequenceEqual("IHDR"u8))
        {
            return "文件内容不是PNG图片，可能只是改了扩展名。请用看图程序打开后另存为PNG或JPG再上传。";
        }

        return !IsWhole(content[Signature.Length..])
            ? "PNG图片不完整，或图片后面附有别的内容。请用看图程序打开后另存一份再上传。"
            : PictureSize.FaultOf(BinaryPrimitives.ReadUInt32BigEndian(content[16..]), BinaryPrimitives.ReadUInt32BigEndian(content[20..]));
    }

    private static bool IsWhole(ReadOnlySpan<byte> chunks)
    {
        while (chunks.Length >= ChunkFrame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunks) + (long)ChunkFrame;
            if (length > chunks.Length)
            {
                return false;
            }

            if (chunks.Slice(4, 4).SequenceEqual("IEND"u8))
            {
                return length == chunks.Length;
            }

            chunks = chunks[(int)length..];
        }

        return false;
    }
}
