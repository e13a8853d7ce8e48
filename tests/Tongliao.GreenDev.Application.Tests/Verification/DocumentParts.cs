using System.IO.Compression;
using System.Text;

namespace Tongliao.GreenDev.Application.Tests.Verification;

/// <summary>Parts of a file's archive, changed by hand.</summary>
internal static class DocumentParts
{
    /// <summary>The same file with one part that says something else.</summary>
    public static byte[] With(byte[] content, string part, Func<string, string> change)
    {
        using var file = new MemoryStream();
        file.Write(content);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var written = archive.CreateEntry(part).Open();
            written.Write(Encoding.UTF8.GetBytes(change(text)));
        }

        return file.ToArray();
    }
}
