using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Bulletins;

/// <summary>Gives a document that was edited in Word back with the numbers of now.</summary>
public sealed partial class EditedFile
{
    private string? said;
    private bool isRefused;

    /// <summary>As they were read last.</summary>
    [Parameter, EditorRequired]
    public BulletinFacts Numbers { get; set; } = default!;

    /// <summary>Of the board; null until it is there.</summary>
    [Parameter, EditorRequired]
    public IJSObjectReference? Script { get; set; }

    private async Task RefreshAsync(InputFileChangeEventArgs chosen)
    {
        isRefused = true;
        try
        {
            var refreshed = EditedDocument.Refresh(chosen.File.Name, await ReadAsync(chosen.File), Numbers.TextOf);
            (said, isRefused) = (Words(refreshed), false);
            if (Script is not null)
            {
                using var stream = new DotNetStreamReference(new MemoryStream(refreshed.Content));
                await Script.InvokeVoidAsync("save", $"已刷新数字_{chosen.File.Name}", stream);
            }
        }
        catch (RefusalException refused)
        {
            said = refused.Message;
        }
        catch (IOException)
        {
            said = ChosenWorkbook.NotWholly;
        }
    }

    private static async Task<byte[]> ReadAsync(IBrowserFile file)
    {
        EditedDocument.RequireSize(file.Size);
        using var content = new MemoryStream();
        await using var stream = file.OpenReadStream(EditedDocument.FileBytes);
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    private static string Words(RefreshedDocument refreshed) =>
        $"文档中有{refreshed.Linked}个关联数字，更新了{refreshed.Changed}个，文字没有改动，请查看下载的文件。"
        + (refreshed.Unknown.Count == 0 ? "" : $"有{refreshed.Unknown.Count}处找不到对应的数字，保持原样：{string.Join('、', refreshed.Unknown.Take(5))}。")
        + (refreshed.Linked == 0 ? "这份文档里没有关联数字，可能不是从本页下载的文稿。" : "");
}
