using System.Buffers.Binary;

namespace Tongliao.GreenDev.Domain.Files;

/// <summary>Whether a content is a JPEG picture: segments up to the picture itself, with its size, and the end. Cameras write their own things behind that.</summary>
internal static class JpegContent
{
    private const byte Marker = 0xFF;
    private const byte StartOfScan = 0xDA;

    private const string NoPicture = "文件内容不是JPG图片，可能只是改了扩展名。请用看图程序打开后另存为JPG或PNG再上传。";

    private static ReadOnlySpan<byte> Begin => [Marker, 0xD8];

    private static ReadOnlySpan<byte> End => [Marker, 0xD9];

    public static string? FaultOf(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Begin))
        {
            return NoPicture;
        }

        var rest = content[Begin.Length..];
        string? fault = NoPicture;
        while (rest.Length >= 4 && rest[0] == Marker)
        {
            var (kind, length) = (rest[1], BinaryPrimitives.ReadUInt16BigEndian(rest[2..]));
            if (kind == Marker)
            {
                rest = rest[1..];
            }
            else if (length < 2 || length + 2 > rest.Length)
            {
                return NoPicture;
            }
            else if (kind == StartOfScan)
            {
                return fault ?? (rest.LastIndexOf(End) < 0 ? "JPG图片不完整，可能没有下载或拷贝完。请重新选择完整的图片。" : null);
            }
            else
            {
                fault = IsFrame(kind) && length >= 8
                    ? PictureSize.FaultOf(BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]))
                    : fault;
                rest = rest[(length + 2)..];
            }
        }

        return NoPicture;
    }

    /// <summary>SOF, which says how large the picture is; its neighbours are tables.</summary>
    private static bool IsFrame(byte kind) => kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
