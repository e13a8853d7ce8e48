using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>What a 文稿 and its 印发 must have.</summary>
internal static class BulletinChecks
{
    /// <summary>The words, clean.</summary>
    /// <exception cref="RefusalException">Something is missing or too long.</exception>
    public static BulletinContent Require(SaveBulletin typed) => new(
        Line("title", "标题", typed.Title, BulletinContent.LongestTitle, "例如“关于三季度主要指标进展情况的通报”"),
        Line("addressees", "主送机关", typed.Addressees?.Trim().TrimEnd('：', ':'), BulletinContent.LongestAddressees, "例如“各填报单位”"),
        Text(typed.Text),
        Line("issuer", "署名", typed.Issuer, BulletinContent.LongestIssuer, "例如“通辽市住房和城乡建设局”"));

    /// <exception cref="RefusalException">A key in the words has no number.</exception>
    public static void RequireKnown(BulletinContent content, BulletinFacts numbers)
    {
        if (numbers.UnknownIn(content.Whole) is { Count: > 0 } unknown)
        {
            throw Fault("text", $"文稿里有{unknown.Count}处关联数字找不到：{string.Join('、', unknown.Take(5).Select(key => $"{{{key}}}"))}。请改正或删去，保存后再印发。");
        }
    }

    /// <exception cref="RefusalException">Missing, too long, or on more lines than one.</exception>
    public static string RequireDocumentNumber(string? typed) =>
        TypedText.Document(typed) is { Length: <= BulletinEdition.LongestDocumentNumber } number
            ? number
            : throw Fault("documentNumber", $"请填写文号，最多{BulletinEdition.LongestDocumentNumber}个字，例如“通住建发〔2025〕12号”。");

    /// <exception cref="RefusalException">Missing, or a day to come.</exception>
    public static DateOnly RequireDay(DateOnly? typed, DateOnly today) => typed switch
    {
        null => throw Fault("datedOn", "请填写成文日期，例如“2025-10-20”。"),
        { } day when day > today => throw Fault("datedOn", "成文日期不能晚于今天。"),
        { } day => day,
    };

    public static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.BulletinInvalid, message, new FieldFault(field, message));

    private static string Line(string field, string name, string? typed, int longest, string example) => TypedText.Name(typed) switch
    {
        null => throw Fault(field, $"请填写{name}，{example}。"),
        var text when text.Length > longest => throw Fault(field, $"{name}最多{longest}个字。"),
        var text when text.Any(char.IsControl) => throw Fault(field, $"{name}请写在一行内。"),
        var text => text,
    };

    private static string Text(string? typed) => TypedText.Clean(typed) switch
    {
        null => throw Fault("text", "请填写正文，或按“重新拟稿”由系统起草。"),
        { Length: > BulletinContent.LongestText } text => throw Fault("text", $"正文有{text.Length}字，最多{BulletinContent.LongestText}字。"),
        var text => text,
    };
}
