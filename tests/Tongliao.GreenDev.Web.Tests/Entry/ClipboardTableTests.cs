using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Tests.Entry;

/// <summary>The clipboard as Excel writes it. Expected cells are split by │ and rows by ║.</summary>
public sealed class ClipboardTableTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("12.5", "12.5")]
    [InlineData("12.5\r\n", "12.5")]
    [InlineData("1\t2\r\n3\t4\r\n", "1│2║3│4")]
    [InlineData("1\t2\n3\t4", "1│2║3│4")]
    [InlineData("1\r2\r", "1║2")]
    [InlineData("1\t\r\n\t\r\n\t4", "1│║│║│4")]
    [InlineData("\r\n\r\n", "║")]
    [InlineData("1\t", "1│")]
    [InlineData("12.5\t37.1\t\"来源：甲\n2025年年报\"\r\n31.1\t32.2", "12.5│37.1│来源：甲\n2025年年报║31.1│32.2")]
    [InlineData("\"a\tb\"\t2", "a\tb│2")]
    [InlineData("\"甲\r\n乙\"\t2\r\n3", "甲\r\n乙│2║3")]
    [InlineData("\"他说\"\"好\"\"\n是\"\t2", "他说\"好\"\n是│2")]
    [InlineData("\"\"\t2", "│2")]
    [InlineData("\"甲\"乙\t2", "\"甲\"乙│2")]      // quotes of its own: nothing in the cell asks for others
    [InlineData("\"甲\t2\r\n3", "\"甲│2║3")]        // never closed
    [InlineData("5\"管\t2", "5\"管│2")]
    [InlineData("1,234.50 \t 12.5%", "1,234.50 │ 12.5%")]
    public void Read_AsExcelWrites_GivesTheCells(string text, string expected) =>
        Assert.Equal(expected, string.Join('║', ClipboardTable.Read(text).Select(row => string.Join('│', row))));
}
