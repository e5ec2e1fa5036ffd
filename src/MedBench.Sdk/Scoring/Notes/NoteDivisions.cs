using System.Text.RegularExpressions;

namespace MedBench.Metrics;

/// <summary>Cuts a clinical note into its divisions by the headings that open a line.</summary>
/// <remarks>
/// As ACI-BENCH does (baselines/sectiontagger.py; of its two classes of one name the later counts). A heading is found in any case, with or without
/// blanks between its words, and opens whatever line begins with it. What precedes the first heading is subjective. The first heading of a
/// division counts, and the division runs to the first heading of another. <c>IMPRESSION</c> in capitals opens the assessment; in
/// lower case it is part of the results.
/// </remarks>
public static partial class NoteDivisions
{
    /// <summary>Cuts a note.</summary>
    /// <param name="note">The note.</param>
    /// <returns>The text of each division that the note has, heading included.</returns>
    public static IReadOnlyDictionary<NoteDivision, string> Split(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var starts = new List<(NoteDivision Division, int Start)>();
        var offset = 0;
        foreach (var line in note.Split('\n'))
        {
            if ((FindHeading(line) ?? (offset == 0 ? NoteDivision.Subjective : null)) is { } division && starts.TrueForAll(known => known.Division != division))
            {
                starts.Add((division, offset));
            }

            offset += line.Length + 1;
        }

        var divisions = new SortedDictionary<NoteDivision, string>();
        for (var i = 0; i < starts.Count; i++)
        {
            divisions[starts[i].Division] = note[starts[i].Start..(i + 1 < starts.Count ? starts[i + 1].Start : note.Length)];
        }

        return divisions;
    }

    /// <summary>Returns the division whose heading opens a line; null where none does.</summary>
    /// <param name="line">A line.</param>
    public static NoteDivision? FindHeading(string line) => Subjective().IsMatch(line) ? NoteDivision.Subjective
        : ObjectiveExam().IsMatch(line) ? NoteDivision.ObjectiveExam
        : ObjectiveResults().IsMatch(line) ? NoteDivision.ObjectiveResults
        : AssessmentAndPlan().IsMatch(line) || Impression().IsMatch(line) ? NoteDivision.AssessmentAndPlan
        : null;

    [GeneratedRegex("""
        ^\s*(?:(?:cc|history|interval\s*history|interval\s*hx|hpi\s*notes|subjective|reason\s*for\s*visit|ros|review\s*of\s*systems?)\s*(?::|$)
        |chief\s*complaint|history\s*of\s*present\s*illness|hpi|social\s*history|past\s*history)
        """, Options)]
    private static partial Regex Subjective();

    [GeneratedRegex("""^\s*(?:(?:pe|physical\s*findings|examination|exam)\s*(?::|$)|physical\s*exam|vitals\s*reviewed)""", Options)]
    private static partial Regex ObjectiveExam();

    [GeneratedRegex("""^\s*(?:findings\s*(?::|$)|results)""", Options)]
    private static partial Regex ObjectiveResults();

    [GeneratedRegex("""
        ^\s*(?:(?:assessment|plan|plan\s*of\s*care|medical\s*decision-making\s*plan|ap|a\s*/\s*p|assessment\s*&\s*plan|disposition\s*/\s*plan)\s*(?::|$)
        |[ap](?::|\s*$)|summary\s*plan|assessment\s*and\s*plan)
        """, Options)]
    private static partial Regex AssessmentAndPlan();

    [GeneratedRegex("""^\s*IMPRESSION""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Impression();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;
}
