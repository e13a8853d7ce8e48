using System.IO.Packaging;
using System.Xml;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>The mark as a property of a file (docProps/custom.xml), which Excel, WPS, Word and LibreOffice keep when they save it again.</summary>
internal static class MarkProperty
{
    public const string Name = "GreenDevFileMark";

    private const string Properties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.custom-properties+xml";

    /// <summary>Of properties that people make.</summary>
    private const string Format = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    /// <summary>The id of the first property; those below have a meaning of their own.</summary>
    private const string FirstId = "2";

    /// <summary>The file, one of the portal's own without such properties, with the mark in it.</summary>
    public static byte[] Write(byte[] content, string mark)
    {
        using var file = new MemoryStream();
        file.Write(content);
        using (var package = Package.Open(file, FileMode.Open, FileAccess.ReadWrite))
        {
            var place = new Uri("/docProps/custom.xml", UriKind.Relative);
            using var part = package.CreatePart(place, ContentType, CompressionOption.Normal).GetStream();
            WriteTo(part, mark);
            package.CreateRelationship(place, TargetMode.Internal, Relation, "rIdMark");
        }

        return file.ToArray();
    }

    private static void WriteTo(Stream part, string mark)
    {
        using var xml = XmlWriter.Create(part);
        xml.WriteStartElement("Properties", Properties);
        xml.WriteStartElement("property", Properties);
        xml.WriteAttributeString("fmtid", Format);
        xml.WriteAttributeString("pid", FirstId);
        xml.WriteAttributeString("name", Name);
        xml.WriteElementString("vt", "lpwstr", Types, mark);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
