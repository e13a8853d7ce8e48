namespace Tongliao.GreenDev.Application.Export;

/// <summary>The fonts of official documents, by name only: the reader's machine has them or substitutes.</summary>
internal static class Typefaces
{
    public const string Title = "方正小标宋简体";
    public const string Heading = "黑体";
    public const string Subheading = "楷体_GB2312";
    public const string Body = "仿宋_GB2312";
    public const string PageNumber = "宋体";
}
