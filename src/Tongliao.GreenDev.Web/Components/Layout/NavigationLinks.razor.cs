using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>The entries of the main menu that the person may open.</summary>
public sealed partial class NavigationLinks(PlanCatalogue catalogue)
{
}
