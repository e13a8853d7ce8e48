namespace Tongliao.GreenDev.TestCommon;

/// <summary>Documents (docx) with content controls, part by part as <see cref="SampleWorkbooks"/> are.</summary>
public static class SampleDocuments
{
    public const string Main = "word/document.xml";

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <param name="body">What stands between w:body.</param>
    public static Dictionary<string, string> Parts(string body) => new()
    {
        ["[Content_Types].xml"] = $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/{Main}" ContentType="{Kind}"/></Types>
            """,
        ["_rels/.rels"] = $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="{Main}"/></Relationships>""",
        [Main] = $"""<w:document xmlns:w="{Word}"><w:body>{body}</w:body></w:document>""",
    };

    public static byte[] Of(string body) => Of(Parts(body));

    public static byte[] Of(Dictionary<string, string> parts) => SampleFiles.Archive(parts.Select(part => (part.Key, part.Value)));

    /// <summary>A paragraph with a number in a content control between words.</summary>
    public static string Sentence(string tag, string number) => $"<w:p>{Run("奈曼旗为")}{Control(tag, Run(number))}{Run("%。")}</w:p>";

    /// <summary>A paragraph that is a content control as a whole.</summary>
    public static string Paragraph(string tag, string words) => Control(tag, $"<w:p>{Run(words)}</w:p>");

    public static string Control(string tag, string content) =>
        $"""<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>""";

    public static string Run(string text) => $"""<w:r><w:t xml:space="preserve">{text}</w:t></w:r>""";
}
