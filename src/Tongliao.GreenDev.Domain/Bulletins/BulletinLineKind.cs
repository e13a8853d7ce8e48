namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>What a line of a bulletin is, told by how it begins, as official documents number their headings (结构层次序数).</summary>
public enum BulletinLineKind
{
    /// <summary>正文.</summary>
    Body,

    /// <summary>一级标题: it begins with 一、.</summary>
    Heading,

    /// <summary>二级标题: it begins with （一）.</summary>
    Subheading,
}
