using System.Globalization;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Rectifications;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>预警通知单: tells a unit of one red indicator, what it lacks, which sentence of the plan sets it, and what is to be done until when.</summary>
/// <param name="account">Why the light is red.</param>
/// <param name="open">The 整改事项 that stands open for it; null for none.</param>
/// <param name="today">成文日期.</param>
internal sealed class AlertSlip(RatingAccount account, RectificationLine? open, DateOnly today)
{
    public byte[] Write()
    {
        var (plan, indicator) = (account.Facts.Plan, account.Indicator);
        using var document = new OfficialDocument("预警通知单", account.Facts.IsDemo ? "演示数据，非真实上报，不作为正式公文使用" : null);
        document.AddNumber("（编号）");
        document.AddTitle("预警通知单");
        document.AddAddressees(account.Unit.ReportingBody);
        AddBody(document, $"经监测，你单位{account.Period.Quarter.ChineseName}第{indicator.Number}项指标“{indicator.Name}”为{account.Rating.State.Word()}（红灯），现予预警，请抓紧整改。");
        AddHeading(document, "一、指标情况");
        AddBody(document, account.Rating.Explanation);
        if (account.Calculation.ToExpected?.Words.Full is { Length: > 0 } work)
        {
            AddBody(document, $"差距折合：{work}{(work.EndsWith('。') ? "" : "。")}");
        }

        AddHeading(document, "二、依据");
        AddBody(document, $"《{plan.Title}》（{plan.DocumentNumber}）任务{indicator.TaskNumber}：“{account.Clause.Before}{account.Clause.Phrase}{account.Clause.After}”");
        AddHeading(document, "三、整改要求");
        AddBody(document, Demand());
        AddBody(document, "以后某一季度审核通过的数据达标后，该事项自动销号。");
        document.AddSignature(BulletinIssuer.Of(plan), today.ToString("yyyy年M月d日", CultureInfo.InvariantCulture));
        return document.Finish();
    }

    private string Demand() => open switch
    {
        { Arranged: { } arranged } =>
            $"该项自{open.Rectification.Opened.Quarter.ChineseName}起列为整改事项，整改期限{Day(open.DueOn)}，现{open.State.Word()}。你单位报送的整改措施：{arranged.Measures.TrimEnd('。')}。责任人：{arranged.Owner}。请按期完成，进展有变化的及时更新整改安排。",
        not null =>
            $"该项自{open.Rectification.Opened.Quarter.ChineseName}起列为整改事项，尚未填写整改安排。请于{Day(open.DueOn)}前在平台填写整改措施、责任人和整改期限。",
        null when account.Rating.IsProvisional => "该项数据审核通过后将列为整改事项。请提前研究整改措施，明确责任人和完成时限。",
        null => "该项以后季度审核通过的数据已经达标，整改事项已销号。请巩固整改成效，防止反弹。",
    };

    private static void AddHeading(OfficialDocument document, string text) => document.AddParagraph(DocumentFace.Heading, [new DocumentRun(text)], []);

    private static void AddBody(OfficialDocument document, string text) => document.AddParagraph(DocumentFace.Body, [], [new DocumentRun(text)]);

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
