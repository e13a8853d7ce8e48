namespace Tongliao.GreenDev.Domain.Files;

/// <summary>How large a picture says it is. A small file can unfold to one that no screen bears.</summary>
internal static class PictureSize
{
    private const long MostPixels = 120_000_000;

    public static string? FaultOf(long width, long height) => (width, height) switch
    {
        (0, _) or (_, 0) => "图片没有内容，请重新保存后再上传。",
        _ when width * height > MostPixels => "图片的像素太多（超过1.2亿），请缩小后再上传。",
        _ => null,
    };
}
