using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>
/// Writes the rows of the matrix as text. A component a cell would cost several times the time and memory of the
/// whole page; everything that comes from data is encoded here.
/// </summary>
public sealed class MatrixMarkup
{
    private const int BytesPerCell = 420;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly RatingMatrix matrix;
    private readonly ShownUnits columns;
    private readonly DashboardView view;
    private readonly string cellAddress;
    private readonly StringBuilder text;

    private MatrixMarkup(RatingMatrix matrix, ShownUnits columns, DashboardView view)
    {
        this.columns = columns;
        this.matrix = matrix;
        this.view = view;
        cellAddress = Encoder.Encode((view with { Cell = null }).Address + "&cell=");
        text = new StringBuilder(matrix.Ratings.Count * BytesPerCell);
    }

    /// <summary>The rows of the table body that pass the filters; empty when none does.</summary>
    public static string Rows(RatingMatrix matrix, ShownUnits columns, DashboardView view)
    {
        var markup = new MatrixMarkup(matrix, columns, view);
        foreach (var indicator in matrix.Facts.Plan.Indicators)
        {
            if (view.Shows(matrix, columns.Shown, indicator.Number, indicator.LeadDepartmentId))
            {
                markup.AppendRow(indicator);
            }
        }

        return markup.text.ToString();
    }

    /// <summary>The year's target as the column has room for it: the unit of a sum stands beside the name.</summary>
    public static string Target(Indicator indicator, int year) => indicator.TargetOf(year) switch
    {
        null => "",
        { } target when indicator.IsPercentage => RatingExplanation.TargetText(indicator, target, target.Value),
        { } target => target.PrintedSign + RatingExplanation.Plain(target.Value),
    };

    /// <summary>The name of a lead department without 市, as there is only the city's own.</summary>
    public static string LeadName(Department department) =>
        department.ShortName.StartsWith('市') ? department.ShortName[1..] : department.ShortName;

    private void AppendRow(Indicator indicator)
    {
        var lead = LeadName(matrix.Facts.Department(indicator.LeadDepartmentId));
        var number = indicator.Number.ToString(CultureInfo.InvariantCulture);
        text.Append("<tr><th scope=\"row\"><span class=\"no\">").Append(number)
            .Append("</span><a href=\"").Append(Encoder.Encode(view.IndicatorAddress(indicator.Number)))
            .Append("\" title=\"").Append(Encoder.Encode(indicator.Name)).Append("\"><span class=\"full\">").Append(Encoder.Encode(indicator.Name))
            .Append("</span><span class=\"short\">").Append(Encoder.Encode(indicator.ShortName)).Append("</span></a><small>");
        if (!indicator.IsPercentage)
        {
            text.Append(Encoder.Encode(indicator.Unit)).Append(" · ");
        }

        text.Append(Encoder.Encode(lead)).Append("</small></th><td class=\"target\">")
            .Append(Encoder.Encode(Target(indicator, matrix.Period.Quarter.Year))).Append("</td>");
        foreach (var unit in columns.Shown)
        {
            AppendCell(indicator, unit, number);
        }

        text.Append("</tr>");
    }

    private void AppendCell(Indicator indicator, ReportingUnit unit, string number)
    {
        var rating = matrix.Ratings[(indicator.Number, unit.Code)];
        var repair = matrix.Repairs.GetValueOrDefault((indicator.Number, unit.Code));
        var key = number + "-" + unit.Code;
        text.Append("<td class=\"").Append(RagColour.Of(rating.State));
        if (!unit.Reports)
        {
            text.Append(" city");
        }

        if (key == view.Cell)
        {
            text.Append(" chosen");
        }

        text.Append("\" data-cell=\"").Append(key).Append("\" data-state=\"").Append(rating.State)
            .Append("\" title=\"").Append(Encoder.Encode(Hover(rating, repair)))
            .Append("\"><a href=\"").Append(cellAddress).Append(key)
            .Append("\"><span aria-hidden=\"true\"><span class=\"mark\">")
            .Append(rating.State.Mark()).Append("</span>").Append(rating.Words.Cell);
        if (rating.State == RagStatus.Incomplete)
        {
            text.Append("<small>").Append(rating.ReportedUnits).Append('/').Append(rating.CountingUnits).Append("</small>");
        }

        if (rating.IsProvisional)
        {
            text.Append("<sup>暂</sup>");
        }

        if (repair is not null)
        {
            text.Append("<sup>补</sup>");
        }

        text.Append("</span><span class=\"sr-only\">").Append(Encoder.Encode(Spoken(indicator, unit, rating) + (repair is null ? "" : " " + LateRepair.Word))).Append("</span></a></td>");
    }

    private static string Hover(IndicatorRating rating, Repair? repair)
    {
        var value = rating.Value is null ? "" : "，未取整 " + rating.Words.Unrounded;
        return rating.State.Word() + value + (rating.IsProvisional ? "，暂（未全部审核通过）" : "")
            + (repair is null ? "" : $"，{LateRepair.Word}：第{repair.Missed.Number}版为滞后");
    }

    /// <summary>For a screen reader: 奈曼旗 农牧区污水治理率 二季度 21.8% 滞后.</summary>
    private static string Spoken(Indicator indicator, ReportingUnit unit, IndicatorRating rating)
    {
        var value = rating.Value is null ? "" : " " + rating.Words.CellWithUnit;
        var count = rating.State == RagStatus.Incomplete
            ? string.Create(CultureInfo.InvariantCulture, $" 已报{rating.ReportedUnits}/{rating.CountingUnits}") : "";
        return $"{unit.ShortName} {indicator.ShortName} {rating.Quarter.ChineseQuarter}{value} {rating.State.Word()}{count}{(rating.IsProvisional ? " 暂" : "")}";
    }
}
