using System.Globalization;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>
/// How a workbook of a report (填报模板) is known again: by the plan, unit and quarter on a hidden sheet, and by a key in the hidden first column of each
/// row, which moves with the row.
/// </summary>
internal static class ReportTemplate
{
    public const string SheetName = "季度填报";

    /// <summary>The hidden sheet: the mark, then plan, unit and quarter, then a row of key, version and text for each cell that is filled in.</summary>
    public const string KeysName = "模板信息";

    /// <summary>At the head of the hidden sheet and of the column of keys; the number is the layout's.</summary>
    public const string Mark = "greendev-report-1";

    public const int KeyColumn = 1;
    public const int NumberColumn = 2;
    public const int NameColumn = 3;
    public const int LabelColumn = 4;
    public const int UnitColumn = 5;
    public const int InputColumn = 6;
    public const int BeforeColumn = 7;
    public const int ValueColumn = 8;
    public const int SignColumn = 9;
    public const int ExpectedColumn = 10;
    public const int ToleranceColumn = 11;
    public const int OffsetColumn = 12;
    public const int LightColumn = 13;
    public const int AdviceColumn = 14;
    public const int NoteColumn = 15;
    public const int ReasonColumn = 16;

    /// <summary>Row of the hidden sheet from which on cells are listed.</summary>
    public const int FirstKeyRow = 5;

    /// <summary>For example 3.Numerator.</summary>
    public static string KeyOf(Indicator indicator, InputKey key) => string.Create(CultureInfo.InvariantCulture, $"{indicator.Number}.{key}");

    /// <summary>Of the two texts of an indicator, which stand in the first of its rows: for example 3.Note.</summary>
    public static string NoteKeyOf(Indicator indicator) => string.Create(CultureInfo.InvariantCulture, $"{indicator.Number}.Note");

    /// <inheritdoc cref="NoteKeyOf"/>
    public static string ReasonKeyOf(Indicator indicator) => string.Create(CultureInfo.InvariantCulture, $"{indicator.Number}.Reason");
}
