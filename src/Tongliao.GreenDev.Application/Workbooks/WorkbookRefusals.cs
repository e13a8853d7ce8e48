namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>Why a workbook is not read, and what to do.</summary>
internal static class WorkbookRefusals
{
    private const string Again = "请用 Excel 或 WPS 打开后另存为 xlsx 再导入。";

    public static RefusalException Of(string message) => RefusalException.Invalid(RefusalCodes.InvalidWorkbook, message, new FieldFault("file", message));

    public static RefusalException Broken() => Of($"文件不完整或已损坏，读不出来。{Again}");

    public static RefusalException Missing(string what) => Of($"文件里缺少{what}，可能已损坏。{Again}");

    public static RefusalException Unsafe() => Of($"文件里有表格不应有的内容（DTD 或外部引用），不接收。{Again}");

    public static RefusalException TooLarge() => Of("文件展开后过大，不接收。请只保留要导入的工作表和行，另存后再导入。");

    public static RefusalException TooMany(string what, int most) => Of($"文件的{what}超过{most}，不接收。请只保留要导入的内容，另存后再导入。");

    public static RefusalException TooFar(string sheet, string what, int most) =>
        Of($"工作表“{sheet}”第{most}{what}以后还有内容，读不下。请删去多余的{what}，另存后再导入。");
}
