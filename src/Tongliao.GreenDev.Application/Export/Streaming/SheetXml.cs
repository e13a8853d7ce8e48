using System.Globalization;
using System.Xml;

namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>The words of a worksheet's XML.</summary>
internal static class SheetXml
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>An element without content.</summary>
    public static void Element(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    /// <summary>An element around others, left out where there are none.</summary>
    public static void Elements<T>(this XmlWriter xml, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count > 0)
        {
            xml.WriteStartElement(name, Main);
            foreach (var item in items)
            {
                write(item);
            }

            xml.WriteEndElement();
        }
    }
}
