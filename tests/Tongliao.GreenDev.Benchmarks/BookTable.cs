using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Export.Streaming;

namespace Tongliao.GreenDev.Benchmarks;

/// <summary>A large workbook, streamed, beside the least that could be done: the same cells by an XML writer into a zip.</summary>
internal static class BookTable
{
    private const int Rows = 60_000;
    private const int Columns = 12;
    private const int Texts = 2;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly CellLook Look = new();

    public static async Task PrintAsync(int rounds)
    {
        var timings = await Interleaved.RunAsync(
            rounds,
            [
                new Job("plain XML writer into a zip, 60,000 × 12 cells", () => Done(WritePlain)),
                new Job("StreamedBook, the same", () => Done(WriteStreamed)),
            ],
            warmUps: 2);
        var table = new MarkdownTable(Console.Out, "workbook", "p50 ms", "p95 ms", "ratio", "MiB allocated", "process at its largest, MiB");
        foreach (var (timing, write) in timings.Zip(new Action<Stream>[] { WritePlain, WriteStreamed }))
        {
            table.Row($"{timing.Job.Name}", $"{timing.Median:0}", $"{timing.P95:0}", $"{timing.Median / timings[0].Median:0.0}", $"{Allocated(write):0}", $"{(write == WriteStreamed ? Largest() : "—")}");
        }
    }

    /// <summary>Writes one and says how large the process became.</summary>
    public static void WriteOne()
    {
        WriteStreamed(new MemoryStream());
        Console.WriteLine(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(':')[1].Trim().Split(' ')[0]);
    }

    private static Task Done(Action<Stream> write)
    {
        write(new MemoryStream());
        return Task.CompletedTask;
    }

    private static double Allocated(Action<Stream> write)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        write(new MemoryStream());
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(1 << 20);
    }

    private static string Largest()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(BookTable).Assembly.Location, "book"]) { RedirectStandardOutput = true })!;
        var kibibytes = double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
        process.WaitForExit();
        return (kibibytes / 1024).ToString("0", CultureInfo.InvariantCulture);
    }

    private static void WriteStreamed(Stream output)
    {
        using var book = new StreamedBook(output);
        var sheet = book.AddSheet(new SheetSetup
        {
            Name = "数据",
            Widths = [.. Enumerable.Repeat(12.0, Columns)],
            IsLandscape = true,
            HeaderRows = (1, 1),
            Margins = (10, 10, 10, 10),
        });
        for (var row = 1; row <= Rows; row++)
        {
            sheet.StartRow(15);
            for (var column = 1; column <= Columns; column++)
            {
                if (column <= Texts)
                {
                    sheet.Text("奈曼旗 2025年三季度", Look);
                }
                else
                {
                    sheet.Number(row * column / 100m, Look);
                }
            }
        }

        sheet.Finish();
        book.Finish("数据", "数据", DateTimeOffset.UnixEpoch);
    }

    private static void WritePlain(Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        using var xml = XmlWriter.Create(zip.CreateEntry("xl/worksheets/sheet1.xml").Open(), new XmlWriterSettings { CloseOutput = true });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        for (var row = 1; row <= Rows; row++)
        {
            xml.WriteStartElement("row", Main);
            for (var column = 1; column <= Columns; column++)
            {
                WriteCell(xml, row, column);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, int row, int column)
    {
        xml.WriteStartElement("c", Main);
        if (column <= Texts)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteElementString("t", Main, "奈曼旗 2025年三季度");
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("v", Main, (row * column / 100m).ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }
}
