using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Tongliao.GreenDev.Domain.Files;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>Small files of every kind that is taken as evidence (佐证材料), made here; what is called real opens in its program.</summary>
public static class SampleFiles
{
    private const string Namespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>A real page with one line.</summary>
    public static byte[] Pdf(string line = "Evidence") => Encoding.ASCII.GetBytes(
        $"""
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
        4 0 obj<</Length {line.Length + 31}>>stream
        BT /F1 24 Tf 50 100 Td ({line}) Tj ET
        endstream endobj
        5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """);

    /// <summary>A real picture of one grey, by default 4 × 3.</summary>
    public static byte[] Png(byte grey = 128, int width = 4, int height = 3)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var row = 0; row < Math.Min(height, 1000); row++)
            {
                zlib.WriteByte(0);
                zlib.Write(Enumerable.Repeat(grey, Math.Min(width, 1000)).ToArray());
            }
        }

        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>The frame of a picture without one in it.</summary>
    public static byte[] Jpeg(ushort width = 4, ushort height = 3) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC0, 0, 11, 8,
        (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9,
    ];

    /// <summary>The parts by which an office document is known.</summary>
    public static byte[] Office(FileKind kind) => Office(kind switch
    {
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        FileKind.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>An archive with a list of parts, of which one has this type, and further files.</summary>
    public static byte[] Office(string mainPart, params string[] furtherFiles) => Archive(
        [("[Content_Types].xml", $"<Types xmlns=\"{Namespace}\"><Override PartName=\"/main.xml\" ContentType=\"{mainPart}\"/></Types>"),
            ("main.xml", "<main/>"), .. furtherFiles.Select(name => (name, "x"))]);

    public static byte[] Archive(IEnumerable<(string Name, string Text)> files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>One of a kind, under a name that fits it.</summary>
    public static (string Name, byte[] Content) Of(FileKind kind) => kind switch
    {
        FileKind.Pdf => ("台账.pdf", Pdf()),
        FileKind.Png => ("现场照片.png", Png()),
        FileKind.Jpeg => ("现场照片.jpg", Jpeg()),
        FileKind.Xlsx => ("明细表.xlsx", Office(kind)),
        FileKind.Docx => ("情况说明.docx", Office(kind)),
        FileKind.Pptx => ("汇报.pptx", Office(kind)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

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
