using System.Text;
using MedBench.Reporting;

namespace MedBench;

/// <summary>Writes a run as one HTML file that needs nothing else: no network, no script, no font, no picture.</summary>
/// <remarks>
/// The file quotes no question and no reply. Ids of samples and texts of errors, which endpoints write, are in it: read those before
/// passing it on where the data may not go.
/// Nothing in it depends on time, machine or language settings: the same run gives the same bytes.
/// </remarks>
public static class HtmlReport
{
    /// <summary>Writes <c>report.html</c> into a run folder, of a finished or an interrupted run.</summary>
    /// <param name="runFolder">The run folder.</param>
    /// <returns>The report's path.</returns>
    /// <exception cref="InvalidDataException">The folder holds no run, or a damaged one.</exception>
    public static string Write(string runFolder)
    {
        var content = ReportContent.Read(runFolder);
        var path = Path.Combine(runFolder, "report.html");
        var part = path + ".part";
        using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            Write(content, stream);
        }

        File.Move(part, path, overwrite: true);
        return path;
    }

    /// <summary>Writes the report of a run to a stream, which stays open.</summary>
    /// <param name="runFolder">The run folder.</param>
    /// <param name="stream">Where the UTF-8 text goes.</param>
    /// <exception cref="InvalidDataException">The folder holds no run, or a damaged one.</exception>
    public static void Write(string runFolder, Stream stream) => Write(ReportContent.Read(runFolder), stream);

    private static void Write(ReportContent content, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        ReportPage.Write(new HtmlWriter(text), content);
    }
}
