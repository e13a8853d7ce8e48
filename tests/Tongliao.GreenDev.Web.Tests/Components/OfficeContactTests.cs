using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Web.Components.Layout;
using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Tests.Components;

public sealed class OfficeContactTests
{
    [Fact]
    public void Contact_WithNumberAndHours_NamesOrganiserAndDials()
    {
        using var portal = PortalOf(new OfficeOptions { Phone = "0475-123 4567", Hours = "工作日 8:30–17:30" });

        var contact = portal.Render<OfficeContact>();

        Assert.Equal(["主办单位 通辽市住房和城乡建设局", "联系电话 0475-123 4567", "服务时间 工作日 8:30–17:30"], Lines(contact));
        Assert.Equal("tel:04751234567", contact.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Contact_WithoutANumber_SaysWhomToTurnTo()
    {
        using var portal = PortalOf(new OfficeOptions { Organiser = "市住建局" });

        var contact = portal.Render<OfficeContact>();

        Assert.Equal(["主办单位 市住建局", "使用帮助 请联系主办单位的系统管理员"], Lines(contact));
        Assert.Empty(contact.FindAll("a"));
    }

    private static IEnumerable<string> Lines(IRenderedComponent<OfficeContact> contact) =>
        contact.FindAll("dl > div").Select(line => string.Join(' ', line.Children.Select(part => part.Text())));

    private static PortalContext PortalOf(OfficeOptions office) =>
        new(services => services.AddSingleton(Microsoft.Extensions.Options.Options.Create(office)));
}
