using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>Small made-up files for the demo's evidence (佐证材料): a page of text and a picture of bars, each real.</summary>
internal static class DemoFiles
{
    private const int Width = 320;
    private const int Height = 200;

    /// <summary>A page with lines of Chinese, in a font that the reader's program has.</summary>
    public static byte[] Page(params IReadOnlyList<string> lines)
    {
        var text = new StringBuilder("BT /F1 16 Tf 40 780 Td 28 TL ");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj T* ");
        }

        text.Append("ET");
        return Encoding.ASCII.GetBytes(
            $"""
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
            4 0 obj<</Length {text.Length}>>stream
            {text}
            endstream endobj
            5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>endobj
            6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>endobj
            trailer<</Root 1 0 R>>
            %%EOF

            """);
    }

    /// <summary>A picture of bars of some heights, in percent.</summary>
    public static byte[] Bars(params IReadOnlyList<int> heights)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                // Each line says first that it is stored as it is.
                zlib.WriteByte(0);
                for (var x = 0; x < Width; x++)
                {
                    zlib.WriteByte(IsInBar(x, y, heights) ? (byte)90 : (byte)240);
                }
            }
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        head[8] = 8;
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static bool IsInBar(int x, int y, IReadOnlyList<int> heights)
    {
        var width = Width / heights.Count;
        return x / width < heights.Count && x % width > width / 4 && (Height - y) * 100 < heights[x / width] * Height;
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        return [.. BigEndian((uint)data.Length), .. named, .. BigEndian(ChecksumOf(named))];
    }

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>CRC-32, as PNG asks for.</summary>
    private static uint ChecksumOf(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var octet in bytes)
        {
            sum ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }
}
