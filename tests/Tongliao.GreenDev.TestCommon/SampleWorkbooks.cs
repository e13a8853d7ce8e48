namespace Tongliao.GreenDev.TestCommon;

/// <summary>Workbooks part by part, so that a test can leave one out, break one or put something else into it.</summary>
public static class SampleWorkbooks
{
    public const string Sheet = "xl/worksheets/sheet1.xml";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>All parts of a workbook of one sheet named 总表.</summary>
    /// <param name="rows">What stands between sheetData.</param>
    /// <param name="strings">si elements that cells share.</param>
    /// <param name="after">What follows sheetData, for example merged ranges.</param>
    /// <param name="properties">Of the workbook.</param>
    public static Dictionary<string, string> Parts(string rows, string strings = "", string after = "", string properties = "") => new()
    {
        ["[Content_Types].xml"] = $"""<Types xmlns="{Package}/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""",
        ["_rels/.rels"] = $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
        ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{properties}<sheets><sheet name="总表" sheetId="1" r:id="rId1"/></sheets></workbook>""",
        ["xl/_rels/workbook.xml.rels"] = $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="/xl/worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{Office}/styles" Target="./styles.xml"/>
            <Relationship Id="rId4" Type="{Office}/externalLink" Target="file:///etc/passwd" TargetMode="External"/></Relationships>
            """,
        ["xl/sharedStrings.xml"] = $"""<sst xmlns="{Main}">{strings}</sst>""",
        ["xl/styles.xml"] = $"""
            <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="0.0&quot;day&quot;[Red]\d"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>
            """,
        [Sheet] = $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""",
    };

    public static byte[] Of(Dictionary<string, string> parts) => SampleFiles.Archive(parts.Select(part => (part.Key, part.Value)));

    public static byte[] Of(string rows, string strings = "", string after = "", string properties = "") => Of(Parts(rows, strings, after, properties));
}
