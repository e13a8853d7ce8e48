using System.Text;

namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>What messages say: plain Chinese text with what is to be done, until when and where; no names but the reader's and the sender's.</summary>
public static class MessageTexts
{
    /// <summary>As it stands before every message.</summary>
    public const string Portal = "通辽市绿色发展指标平台";

    /// <summary>Of a group's message, as 企业微信 counts: bytes.</summary>
    public const int MostGroupBytes = 2048;

    private const string Automatic = "本邮件由平台自动发出，请勿回复。";

    /// <summary>A mail's subject on one line: nothing in it can begin another line of the head.</summary>
    public static string Subject(string title) => $"【{Portal}】{new string([.. title.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)])}";

    /// <summary>A notice as a mail.</summary>
    /// <param name="recipient">Name with office.</param>
    /// <param name="notice">What was told.</param>
    /// <param name="link">To where it is done; null where the portal's address is not set.</param>
    public static string Mail(string recipient, Notice notice, string? link) =>
        $"""
        {recipient}：

        {notice.ByName}通知您：{notice.Title}

        {notice.Text}

        {(link is null ? "请登录平台，在“通知”中查看办理。" : $"请登录平台办理：{link}")}

        {Automatic}不想再收到的，请登录平台，在“我的账号 → 通知方式”中更改。

        """;

    public static string Code(string code, DateTimeOffset localEnd) =>
        $"""
        您正在{Portal}登记接收通知的邮箱。

        验证码：{code}

        请在{localEnd:HH:mm}前登录平台，在“我的账号 → 通知方式”中填写。不是您本人登记的，不必理会，平台不会再给您发信。

        {Automatic}

        """;

    public static string Test(string byName) => $"{byName}正在试发消息，收到即表示这一渠道可用，不需要办理。\n";

    /// <summary>What one act tells a group, on a line.</summary>
    public static string GroupLine(string unit, string words) => $"{unit}：{words}";

    /// <summary>As many of the lines as one message takes, and how many these are; always one.</summary>
    public static (string Text, int Lines) Group(IReadOnlyList<string> lines, string? link)
    {
        var end = link is null ? "\n请登录平台办理。" : $"\n请登录平台办理：{link}";
        var text = new StringBuilder($"【{Portal}】");
        var (bytes, taken) = (Encoding.UTF8.GetByteCount(text + end), 0);
        foreach (var line in lines)
        {
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            if (taken > 0 && bytes > MostGroupBytes)
            {
                break;
            }

            text.Append('\n').Append(line);
            taken++;
        }

        return (text.Append(end).ToString(), taken);
    }
}
