using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>Says on every page that the figures are made up, where they are.</summary>
public sealed partial class DemoNotice(PlanCatalogue catalogue)
{
}
