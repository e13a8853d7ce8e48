using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Tongliao.GreenDev.Domain.Files;

/// <summary>
/// Reads the directory of an archive and one small file of it, whatever the archive says of itself: every length is compared with what is
/// there, and nothing is unfolded beyond a bound. Archives in parts, beyond 4 GiB or with something before them are none.
/// </summary>
internal static class ZipDirectory
{
    /// <summary>More files than any office document has.</summary>
    private const int MostEntries = 5000;

    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const int LongestComment = ushort.MaxValue;

    private static ReadOnlySpan<byte> LocalHeader => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> EntryHeader => "PK\u0001\u0002"u8;

    private static ReadOnlySpan<byte> EndHeader => "PK\u0005\u0006"u8;

    /// <summary>The files in an archive; null for what is none.</summary>
    public static IReadOnlyList<ZipEntry>? Read(ReadOnlySpan<byte> archive)
    {
        if (!archive.StartsWith(LocalHeader) || EndOf(archive) is not { } end)
        {
            return null;
        }

        var tail = archive[end..];
        int count = Word(tail, 10);
        var (length, begin) = (Long(tail, 12), Long(tail, 16));
        return Word(tail, 4) != 0 || Word(tail, 8) != count || count > MostEntries || begin + length != end
            ? null
            : Entries(archive[(int)begin..end], count);
    }

    /// <summary>Unfolds one file; null where it is larger than <paramref name="most"/>, or not as the directory says.</summary>
    public static byte[]? Unfold(ReadOnlySpan<byte> archive, ZipEntry entry, int most)
    {
        if (entry.Compressed > most || entry.Offset + LocalLength > archive.Length || !archive[(int)entry.Offset..].StartsWith(LocalHeader))
        {
            return null;
        }

        var local = archive[(int)entry.Offset..];
        var begin = LocalLength + Word(local, 26) + Word(local, 28);
        if (begin + entry.Compressed > local.Length)
        {
            return null;
        }

        var stored = local.Slice(begin, (int)entry.Compressed).ToArray();
        return entry.Method switch
        {
            0 => stored,
            8 => Inflate(stored, most),
            _ => null,
        };
    }

    private static int? EndOf(ReadOnlySpan<byte> archive)
    {
        // Behind it is only its own comment, to the last byte.
        for (var at = archive.Length - EndLength; at >= 0 && at >= archive.Length - EndLength - LongestComment; at--)
        {
            if (archive[at..].StartsWith(EndHeader) && at + EndLength + Word(archive[at..], 20) == archive.Length)
            {
                return at;
            }
        }

        return null;
    }

    private static List<ZipEntry>? Entries(ReadOnlySpan<byte> directory, int count)
    {
        var entries = new List<ZipEntry>(count);
        while (entries.Count < count)
        {
            if (directory.Length < EntryLength || !directory.StartsWith(EntryHeader))
            {
                return null;
            }

            int named = Word(directory, 28);
            var whole = EntryLength + named + Word(directory, 30) + Word(directory, 32);
            if (whole > directory.Length)
            {
                return null;
            }

            var name = Encoding.UTF8.GetString(directory.Slice(EntryLength, named));
            entries.Add(new ZipEntry(
                name, Word(directory, 10), (Word(directory, 8) & 1) != 0, Long(directory, 20), Long(directory, 24), Long(directory, 42)));
            directory = directory[whole..];
        }

        return directory.IsEmpty ? entries : null;
    }

    private static byte[]? Inflate(byte[] stored, int most)
    {
        try
        {
            using var deflated = new DeflateStream(new MemoryStream(stored), CompressionMode.Decompress);
            var unfolded = new byte[most + 1];
            var length = deflated.ReadAtLeast(unfolded, unfolded.Length, throwOnEndOfStream: false);
            return length > most ? null : unfolded[..length];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static ushort Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
