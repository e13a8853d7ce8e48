using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>Who runs the portal (主办单位) and whom to call, from the settings, so that it stands there while the database is away.</summary>
public sealed partial class OfficeContact(IOptions<OfficeOptions> office)
{
    private OfficeOptions Office => office.Value;

    private string Dialled => "tel:" + string.Concat(Office.Phone.Where(c => char.IsAsciiDigit(c) || c == '+'));
}
