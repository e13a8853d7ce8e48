using Microsoft.AspNetCore.Components.Forms;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Workbooks;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>A workbook that somebody chose on a page.</summary>
internal static class ChosenWorkbook
{
    public const string NotWholly = "文件没有传完，可能连接断开或文件被移动了。请重新选择文件。";

    /// <exception cref="RefusalException">It is too large.</exception>
    /// <exception cref="IOException">It did not come wholly: <see cref="NotWholly"/>.</exception>
    public static async Task<byte[]> ReadAsync(IBrowserFile file)
    {
        WorkbookReader.RequireSize(file.Size);
        using var content = new MemoryStream();
        await using var stream = file.OpenReadStream(new WorkbookLimits().FileBytes);
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
