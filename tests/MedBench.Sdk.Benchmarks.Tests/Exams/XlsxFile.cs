using System.IO.Compression;
using System.Xml.Linq;

namespace MedBench.Benchmarks.Tests.Exams;

/// <summary>Reads the first sheet of a workbook, whose first row names the columns.</summary>
internal static class XlsxFile
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static List<Dictionary<string, string>> Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var shared = archive.GetEntry("xl/sharedStrings.xml") is { } entry ? Load(entry).Root!.Elements(Main + "si").Select(TextOf).ToArray() : [];
        var rows = Load(archive.GetEntry("xl/worksheets/sheet1.xml")!).Descendants(Main + "row").Select(row => row.Elements(Main + "c").ToDictionary(ColumnOf, cell => ValueOf(cell, shared))).ToList();
        var header = rows[0];
        return [.. rows.Skip(1).Select(row => row.Where(cell => header.ContainsKey(cell.Key)).ToDictionary(cell => header[cell.Key], cell => cell.Value))];
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }

    private static string ColumnOf(XElement cell) => new([.. cell.Attribute("r")!.Value.TakeWhile(char.IsAsciiLetter)]);

    private static string ValueOf(XElement cell, string[] shared) => (cell.Attribute("t")?.Value, cell.Element(Main + "v")?.Value) switch
    {
        ("s", { } index) => shared[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)],
        ("inlineStr", _) => TextOf(cell),
        (_, var value) => value ?? "",
    };

    private static string TextOf(XElement element) => string.Concat(element.Descendants(Main + "t").Select(text => text.Value));
}
