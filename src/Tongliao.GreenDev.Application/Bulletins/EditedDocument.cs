using System.IO.Compression;
using System.Xml;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Files;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>
/// A bulletin that was edited in Word comes back: copied part by part, forward only and within limits, with other text in the controls of linked numbers
/// and everything else as it was. Nothing in it is followed or run.
/// </summary>
public static class EditedDocument
{
    /// <summary>The ending that a picker of files offers.</summary>
    public const string Ending = ".docx";

    public const int FileBytes = 5 << 20;

    private const int MostParts = 500;
    private const int MostUnfolded = 64 << 20;
    private const int MostRatio = 200;

    private const string Again = "请用 Word 或 WPS 打开后另存为 docx 再试。";

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    /// <param name="name">As it was chosen.</param>
    /// <param name="content">The file.</param>
    /// <param name="numberOf">What a key's number is now; null leaves its text as it is.</param>
    /// <returns>The file with the numbers of now, and what became of them.</returns>
    /// <exception cref="RefusalException">It is no document, is broken, or is more than is read; in Chinese, with what to do.</exception>
    public static RefreshedDocument Refresh(string? name, byte[] content, Func<string, string?> numberOf)
    {
        RequireDocument(name, content);
        try
        {
            return Copy(content, new LinkedNumbers(numberOf));
        }
        catch (XmlException fault) when (fault.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw Refusal($"文件里有文档不应有的内容（DTD 或外部引用），不接收。{Again}");
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw Refusal($"文件不完整或已损坏，读不出来。{Again}");
        }
    }

    /// <summary>Before anything of it is read.</summary>
    /// <exception cref="RefusalException">It is too large.</exception>
    public static void RequireSize(long bytes)
    {
        if (bytes > FileBytes)
        {
            throw Refusal($"文件有{FileSizes.Word(bytes)}，超过{FileSizes.Word(FileBytes)}的上限。请删去图片等较大的内容再试。");
        }
    }

    private static void RequireDocument(string? name, byte[] content)
    {
        RequireSize(content.Length);
        if (!FileTitle.EndingOf(FileTitle.Clean(name) ?? "").Equals(Ending, StringComparison.OrdinalIgnoreCase))
        {
            throw Refusal("只能选择 docx 文档，即从本页下载、用 Word 或 WPS 改过的文稿。");
        }

        if (CheckedFile.Of(name, content).Fault is { } fault)
        {
            throw Refusal(fault);
        }
    }

    private static RefreshedDocument Copy(byte[] content, LinkedNumbers numbers)
    {
        using var source = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (source.Entries.Count > MostParts || source.Entries.DistinctBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Count() < source.Entries.Count)
        {
            throw Refusal($"文件的内部结构不是 Word 文档的样子，不接收。{Again}");
        }

        using var copied = new MemoryStream();
        using (var target = new ZipArchive(copied, ZipArchiveMode.Create, leaveOpen: true))
        {
            var budget = new UnfoldBudget(MostUnfolded, MostRatio, () => Refusal("文件展开后过大，不接收。请删去图片等较大的内容再试。"));
            foreach (var entry in source.Entries)
            {
                using var written = target.CreateEntry(entry.FullName).Open();
                using var read = budget.Open(entry);
                if (IsText(entry.FullName))
                {
                    CopyText(read, written, numbers);
                }
                else
                {
                    read.CopyTo(written);
                }
            }
        }

        return new RefreshedDocument(copied.ToArray(), numbers.Seen, numbers.Changed, numbers.Unknown);
    }

    /// <summary>The text itself; what is beside it has no numbers of ours.</summary>
    private static bool IsText(string part) => part.Equals("word/document.xml", StringComparison.OrdinalIgnoreCase);

    private static void CopyText(BoundedStream read, Stream written, LinkedNumbers numbers)
    {
        using var reader = XmlReader.Create(read, Reading);
        using var writer = XmlWriter.Create(written, new XmlWriterSettings { CloseOutput = false, Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        numbers.Copy(reader, writer);
    }

    private static RefusalException Refusal(string message) => RefusalException.Invalid(RefusalCodes.BulletinInvalid, message, new FieldFault("file", message));
}
