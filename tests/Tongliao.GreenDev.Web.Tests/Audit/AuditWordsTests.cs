using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Web.Components.Pages.Audit;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Audit;

public sealed class AuditWordsTests
{
    [Theory]
    [InlineData("value 150525/2025Q3/2", "奈曼旗 2025年三季度 第2项")]
    [InlineData("value 150525/xx/2", "value 150525/xx/2")]
    [InlineData("something/else", "something/else")]
    public void Subject_OfAnEntry_IsChineseOrAsStored(string subject, string expected) =>
        Assert.Equal(expected, AuditWords.Subject(BuiltInPlan.Plan, Event(null, "{}", subject: subject)));

    [Theory]
    [InlineData("""{"method":"GET","feature":"市级审核"}""", "市级审核（/review/150525）")]
    [InlineData("""{"method":"GET"}""", "地址 /review/150525")]
    public void Subject_OfARefusedRequest_NamesWhatWasAskedFor(string after, string expected) => Assert.Equal(
        expected, AuditWords.Subject(BuiltInPlan.Plan, Event(null, after, AuditKinds.AccessRefused, "address /review/150525")));

    [Fact]
    public void Change_OfEveryEnumeration_IsChinese() => Assert.All(
        from field in AuditField.ByName where field.Value.Type.IsEnum from name in Enum.GetNames(field.Value.Type) select (field.Key, name),
        member => Assert.Matches(
            @"\p{IsCJKUnifiedIdeographs}", Assert.Single(AuditChange.Of(Event(null, $$"""{"{{member.Key}}":"{{member.name}}"}"""))).After));

    [Fact]
    public void Change_OfAReturn_NamesFieldsAndStates()
    {
        var changes = AuditChange.Of(Event(
            """{"status":"CityReview","version":4}""", """{"action":"Return","status":"Returned","version":5,"reason":"分母不符"}"""));

        Assert.Equal(
            [
                new AuditChange("状态", "待市级审核", "已退回"),
                new AuditChange("版本", "4", "5"),
                new AuditChange("操作", null, "退回"),
                new AuditChange("原因", null, "分母不符"),
            ],
            changes);
    }

    [Fact]
    public void Change_OfNumbers_KeepsThemAsStored()
    {
        var changes = AuditChange.Of(Event(null, """{"inputs":{"numerator":50.1000,"denominator":200},"isDisabled":true}"""));

        Assert.Equal(
            [new AuditChange("分子", null, "50.1000"), new AuditChange("分母", null, "200"), new AuditChange("已停用", null, "是")],
            changes);
    }

    [Fact]
    public void Change_OfExplanations_ShowsTheirTexts() =>
        Assert.Equal(
            [new AuditChange("说明", "已核对台账", "已核对台账；并入两个苏木")],
            AuditChange.Of(Event(
                """{"explanations":[{"finding":"leap:denominator:500/241","text":"已核对台账"}]}""",
                """{"explanations":[{"finding":"leap:denominator:500/241","text":"已核对台账"},{"finding":"leap:numerator:9/4","text":"并入两个苏木"}]}""")));

    [Fact]
    public void Change_OfAFieldWithoutAWord_ShowsItsStoredName() =>
        Assert.Equal("newField", Assert.Single(AuditChange.Of(Event(null, """{"newField":"x"}"""))).Label);

    [Fact]
    public void Summary_OfOneChangedOfTwo_CountsOne()
    {
        Assert.Equal("1 处变更", AuditChange.Summary(Event("""{"state":"Open","dueOn":"2025-10-15"}""", """{"state":"Closed","dueOn":"2025-10-15"}""")));
        Assert.Equal("内容", AuditChange.Summary(Event(null, """{"state":"Open"}""")));
    }

    private static AuditEvent Event(string? before, string after, string kind = AuditKinds.ReviewStep, string subject = "demo") => new()
    {
        At = DateTimeOffset.UnixEpoch,
        UserId = null,
        UserName = "张三",
        Address = "",
        Kind = kind,
        Subject = subject,
        Succeeded = true,
        Before = before,
        After = after,
    };
}
