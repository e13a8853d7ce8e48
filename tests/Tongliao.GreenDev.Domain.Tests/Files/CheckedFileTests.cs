using System.Security.Cryptography;
using FsCheck.Fluent;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Files;

/// <summary>What is taken as evidence (佐证材料) is what its name says, by what is in it.</summary>
public sealed class CheckedFileTests
{
    private static readonly byte[] Program = [(byte)'M', (byte)'Z', .. new byte[200]];

    [Theory]
    [InlineData(FileKind.Pdf)]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Xlsx)]
    [InlineData(FileKind.Docx)]
    [InlineData(FileKind.Pptx)]
    public void Of_EveryKind_IsTakenWithItsLengthAndHash(FileKind kind)
    {
        var (name, content) = SampleFiles.Of(kind);

        var (file, fault) = CheckedFile.Of(name, content);

        Assert.Null(fault);
        Assert.Equal((name, kind, content.Length), (file!.Name, file.Kind, file.Length));
        Assert.Equal(SHA256.HashData(content), file.Hash);
    }

    [Theory]
    [InlineData("a.PDF")]
    [InlineData("C:\\Users\\某人\\桌面\\a.pdf")]
    [InlineData("../../etc/a.pdf")]
    [InlineData("a\u202E.pdf")]
    [InlineData("a\0\u001b.pdf")]
    [InlineData("  a.pdf \r\n")]
    public void Of_NameWithFoldersOrWhatDoesNotShow_KeepsTheNameThatIsSeen(string sent) =>
        Assert.Equal("a.pdf", CheckedFile.Of(sent, SampleFiles.Pdf()).File!.Name, ignoreCase: true);

    [Theory]
    [InlineData(null, "没有名称")]
    [InlineData("", "没有名称")]
    [InlineData("..", "没有名称")]
    [InlineData("folder/", "没有名称")]
    [InlineData("\u202E\u200B", "没有名称")]
    [InlineData("说明", "不接收")]
    [InlineData("setup.exe", "不接收")]
    [InlineData("report\u202Efdp.exe", "不接收")]
    [InlineData("a.pdf.html", "不接收")]
    [InlineData("a.svg", "不接收")]
    [InlineData("a.docm", "宏")]
    [InlineData("a.doc", "另存为docx")]
    [InlineData("a.xls", "另存为xlsx")]
    [InlineData("a.ppt", "另存为pptx")]
    [InlineData("a.heic", "JPG")]
    [InlineData("a.rar", "解压")]
    public void Of_NameOfNoKind_IsRefusedWithWhatToDo(string? name, string part)
    {
        var (file, fault) = CheckedFile.Of(name, SampleFiles.Pdf());

        Assert.Null(file);
        Assert.Contains(part, fault);
    }

    [Fact]
    public void Of_NameAtTheLimit_IsTakenAndOneLongerNot()
    {
        var longest = new string('长', FileTitle.Longest - 4) + ".pdf";

        Assert.Equal(longest, CheckedFile.Of(longest, SampleFiles.Pdf()).File?.Name);
        Assert.Contains("文件名太长（121个字", CheckedFile.Of("长" + longest, SampleFiles.Pdf()).Fault);
        Assert.Contains("300个字", CheckedFile.Of(new string('长', 296) + ".pdf", SampleFiles.Pdf()).Fault);
    }

    public static TheoryData<FileKind> Kinds => new(Enum.GetValues<FileKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EmptyOrAProgramOrAPage_IsRefused(FileKind kind)
    {
        var name = SampleFiles.Of(kind).Name;

        Assert.Contains("空的", CheckedFile.Of(name, []).Fault);
        foreach (var content in new[] { Program, "<html><script>alert(1)</script></html>"u8.ToArray(), "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), new byte[64] })
        {
            Assert.Contains("可能只是改了扩展名", CheckedFile.Of(name, content).Fault);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_ContentOfAnotherKind_IsRefused(FileKind kind)
    {
        foreach (var other in Enum.GetValues<FileKind>().Where(other => other != kind))
        {
            Assert.Contains("文件内容不是", CheckedFile.Of(SampleFiles.Of(kind).Name, SampleFiles.Of(other).Content).Fault);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_AProgramBeforeTheContent_IsRefused(FileKind kind)
    {
        var (name, content) = SampleFiles.Of(kind);

        Assert.NotNull(CheckedFile.Of(name, [.. Program, .. content]).Fault);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_ContentCutOff_IsRefused(FileKind kind)
    {
        var (name, content) = SampleFiles.Of(kind);

        Assert.All(Enumerable.Range(1, content.Length - 10), cut => Assert.NotNull(CheckedFile.Of(name, content.AsSpan(0, cut)).Fault));
    }

    [Fact]
    public void Of_PictureWithSomethingBehind_IsRefusedWhereNoCameraDoesIt()
    {
        Assert.Contains("附有别的内容", CheckedFile.Of("a.png", [.. SampleFiles.Png(), .. Program]).Fault);
        Assert.Null(CheckedFile.Of("a.jpg", [.. SampleFiles.Jpeg(), .. Program]).Fault);
    }

    [Fact]
    public void Of_PictureThatUnfoldsBeyondMeasureOrToNothing_IsRefused()
    {
        Assert.Contains("像素太多", CheckedFile.Of("a.png", SampleFiles.Png(width: 60000, height: 60000)).Fault);
        Assert.Contains("像素太多", CheckedFile.Of("a.jpg", SampleFiles.Jpeg(60000, 60000)).Fault);
        Assert.Contains("没有内容", CheckedFile.Of("a.jpg", SampleFiles.Jpeg(0, 3)).Fault);
    }

    [Theory]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml", null)]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/vbaProject.bin")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/activeX/activeX1.bin")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "xl/macrosheets/sheet1.xml")]
    public void Of_DocumentWithMacros_IsRefusedUnderAnyName(string mainPart, string? further) =>
        Assert.Contains("宏", CheckedFile.Of("a.docx", SampleFiles.Office(mainPart, further is null ? [] : [further])).Fault);

    [Fact]
    public void Of_MacrosSaidByEntities_AreSeen()
    {
        var archive = SampleFiles.Archive([("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.ms-word.document.&#109;acroEnabled.main+xml\"/></Types>")]);

        Assert.Contains("宏", CheckedFile.Of("a.docx", archive).Fault);
    }

    [Theory]
    [InlineData("<Types>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Types><Override ContentType=\"&a;\"/></Types>")]
    [InlineData("no xml")]
    public void Of_PartListThatCannotBeRead_IsRefused(string list) =>
        Assert.Contains("可能只是改了扩展名", CheckedFile.Of("a.docx", SampleFiles.Archive([("[Content_Types].xml", list)])).Fault);

    [Fact]
    public void Of_ArchiveWithoutPartListOrWithTwo_IsRefused()
    {
        Assert.NotNull(CheckedFile.Of("a.docx", SampleFiles.Archive([("a.txt", "x")])).Fault);
        Assert.NotNull(CheckedFile.Of("a.docx", SampleFiles.Archive([("[Content_Types].xml", "<Types/>"), ("[content_types].xml", "<Types/>")])).Fault);
    }

    [Fact]
    public void Of_PartListThatUnfoldsBeyondMeasure_IsRefused() =>
        Assert.NotNull(CheckedFile.Of("a.docx", SampleFiles.Archive([("[Content_Types].xml", "<Types>" + new string(' ', 2 << 20) + "</Types>")])).Fault);

    [Fact]
    public void Of_ArchiveThatSaysToUnfoldToGigabytes_IsRefused()
    {
        var bomb = SampleFiles.Office(FileKind.Xlsx);
        var entry = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.GetBytes(uint.MaxValue - 1).CopyTo(bomb, entry + 24);

        Assert.Contains("展开后过大", CheckedFile.Of("a.xlsx", bomb).Fault);
    }

    [Fact]
    public void Of_EncryptedDocument_IsRefused()
    {
        var encrypted = SampleFiles.Office(FileKind.Xlsx);
        encrypted[encrypted.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        Assert.Contains("打开密码", CheckedFile.Of("a.xlsx", encrypted).Fault);
        Assert.Contains("打开密码", CheckedFile.Of("a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]]).Fault);
    }

    [Fact]
    public void Of_AnyBytes_IsAnsweredWithAFileOrASentence() => Properties.Check(
        from kind in Gen.Elements(Enum.GetValues<FileKind>())
        from changes in Gen.ListOf(from at in Gen.Choose(0, 1500) from octet in Gen.Choose(0, 255) select (at, octet))
        from cut in Gen.Choose(0, 1500)
        select (kind, changes, cut),
        broken =>
        {
            var (name, content) = SampleFiles.Of(broken.kind);
            foreach (var (at, octet) in broken.changes)
            {
                content[at % content.Length] = (byte)octet;
            }

            var (file, fault) = CheckedFile.Of(name, content.AsSpan(0, broken.cut % 3 == 0 ? broken.cut % content.Length : content.Length));

            Assert.True(file is null != fault is null);
            Assert.True(fault is null || fault.EndsWith('。'));
        },
        runs: 3000);

    [Fact]
    public void Of_AnyName_IsCleanOrRefused() => Properties.Check(
        from parts in Gen.ArrayOf(Gen.Elements("a", "报", "/", "\\", "..", "\u202E", "\0", "\n", " ", ".pdf", ".exe", "\ud800", "\"", ";", "%00", "\u3164"))
        select string.Concat(parts) + ".pdf",
        sent =>
        {
            if (CheckedFile.Of(sent, SampleFiles.Pdf()).File is { } file)
            {
                Assert.InRange(file.Name.Length, 4, FileTitle.Longest);
                Assert.DoesNotContain(file.Name, character => char.IsControl(character) || character is '/' or '\\' or '\u202E');
                Assert.EndsWith(".pdf", file.Name, StringComparison.Ordinal);
            }
        },
        runs: 1000);
}
