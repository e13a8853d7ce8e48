namespace Tongliao.GreenDev.Application.Export;

/// <summary>In which typeface a piece of an official document stands.</summary>
internal enum DocumentFace
{
    /// <summary>正文: 仿宋.</summary>
    Body,

    /// <summary>一级标题: 黑体.</summary>
    Heading,

    /// <summary>二级标题: 楷体.</summary>
    Subheading,
}
