using System.Text;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>What the address of the dashboard selects, so that every choice can be sent as a link.</summary>
/// <param name="Period">The quarter shown.</param>
/// <param name="Basis">口径.</param>
/// <param name="OnlyBehind">只看落后.</param>
/// <param name="Lead">Only indicators which this department leads; null for all.</param>
/// <param name="Cell">The explained cell, for example <c>2-150525</c>; null for none.</param>
public sealed record DashboardView(Quarter Period, FigureBasis Basis, bool OnlyBehind, string? Lead, string? Cell)
{
    public const string Path = "/dashboard";

    private const string Approved = "approved";
    private const string Submitted = "submitted";
    private const string Behind = "behind";
    private const string All = "all";

    /// <summary>Code of the unit whose units right below it are the columns; null for the whole.</summary>
    public string? Below { get; init; }

    /// <summary>截至; null for now.</summary>
    public AsOf? AsOf { get; init; }

    /// <summary>The address of this very view.</summary>
    public string Address
    {
        get
        {
            var text = new StringBuilder(Path).Append("?period=").Append(Period);
            Append(text, "basis", BasisWord);
            Append(text, "only", OnlyBehind ? Behind : null);
            Append(text, "lead", Lead);
            Append(text, "below", Below);
            Append(text, "cell", Cell);
            Append(text, AsOfAddress.Parameter, AsOf?.Text);
            return text.ToString();
        }
    }

    /// <summary>The same with nothing left to a default.</summary>
    public PageView Page => PageView.Of(
        Path,
        AsOf,
        ("period", Period.ToString()),
        ("basis", BasisWord ?? Submitted),
        ("only", OnlyBehind ? Behind : All),
        ("lead", Lead ?? All),
        ("below", Below),
        ("cell", Cell));

    /// <summary>The annex as a workbook, with the figures that this view shows.</summary>
    public string AnnexAddress => WorkbookAddress("annex");

    /// <summary>The same with where each value comes from.</summary>
    public string AnnexWithSourcesAddress => AnnexAddress + "&sources=true";

    /// <summary>The ledger up to the quarter as a workbook (监测台账), likewise.</summary>
    public string LedgerAddress => WorkbookAddress("ledger");

    /// <summary>An indicator of this quarter, of one unit or all, as of the same moment.</summary>
    public string IndicatorAddress(int number, string? unitCode = null)
    {
        var text = new StringBuilder("/indicators/").Append(number).Append("?period=").Append(Period);
        Append(text, "unit", unitCode);
        Append(text, AsOfAddress.Parameter, AsOf?.Text);
        return text.ToString();
    }

    private string? BasisWord => Basis == FigureBasis.Approved ? Approved : null;

    public static FigureBasis BasisOf(string? word) => word == Approved ? FigureBasis.Approved : FigureBasis.Submitted;

    public static bool IsOnlyBehind(string? word) => word == Behind;

    /// <summary>Whether a row passes the filters.</summary>
    public bool Shows(RatingMatrix matrix, IReadOnlyList<ReportingUnit> columns, int indicatorNumber, string leadDepartmentId) =>
        (Lead is null || Lead == leadDepartmentId) && (!OnlyBehind || Lagging.IsBehind(
            columns.Select(unit => (!unit.Reports, matrix.Ratings[(indicatorNumber, unit.Code)].State))));

    private string WorkbookAddress(string name)
    {
        var text = new StringBuilder("/exports/").Append(name).Append(".xlsx?period=").Append(Period);
        Append(text, "basis", BasisWord);
        Append(text, AsOfAddress.Parameter, AsOf?.Text);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
