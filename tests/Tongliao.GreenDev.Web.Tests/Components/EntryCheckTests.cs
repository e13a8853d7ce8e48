using Bunit;
using Tongliao.GreenDev.Web.Components.Pages.Entry;

namespace Tongliao.GreenDev.Web.Tests.Components;

public sealed class EntryCheckTests : IDisposable
{
    private readonly PortalContext portal = new();

    [Fact]
    public void BeforeACheck_IsNothing() => Assert.Empty(Check(null, failure: null).Markup.Trim());

    [Fact]
    public void NothingFound_SaysThatItMayBeSubmitted() =>
        Assert.Equal("校验通过，可以上报。", Check([], failure: null).Find("[role=status]#blocks").TextContent);

    [Fact]
    public void Found_ListsEachWithAWayToItsField()
    {
        var check = Check([new EntryBlock(2, "Numerator", "未填“分子”。"), new EntryBlock(8, "note", "备注过长。")], failure: null);

        Assert.Equal("还有 2 处需要处理，处理完后才能上报", check.Find("h2").TextContent);
        Assert.Equal(["2:Numerator", "8:note"], check.FindAll("li button").Select(button => button.GetAttribute("data-go")));
        Assert.Equal(["第2项 未填“分子”。", "第8项 备注过长。"], check.FindAll("li").Select(line => line.TextContent));
    }

    [Fact]
    public void Refused_SaysWhyInsteadOfWhatWasFound()
    {
        var check = Check([], "本期已关闭填报。");

        Assert.Equal("本期已关闭填报。", check.Find("[role=alert]#blocks").TextContent);
        Assert.Single(check.FindAll("#blocks"));
    }

    public void Dispose() => portal.Dispose();

    private IRenderedComponent<EntryCheck> Check(IReadOnlyList<EntryBlock>? blocks, string? failure) =>
        portal.Render<EntryCheck>(with => with.Add(check => check.Blocks, blocks).Add(check => check.Failure, failure));
}
