using System.Globalization;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>The portal speaks Chinese whatever the machine's locale.</summary>
public static class ChineseCulture
{
    /// <summary>Comes before anything else: components read the culture of the thread they start on.</summary>
    public static void Use()
    {
        var chinese = CultureInfo.GetCultureInfo("zh-CN");
        CultureInfo.DefaultThreadCurrentCulture = chinese;
        CultureInfo.DefaultThreadCurrentUICulture = chinese;
        CultureInfo.CurrentCulture = chinese;
        CultureInfo.CurrentUICulture = chinese;
    }
}
