using MedBench.Judging;
using MedBench.Scoring.Extraction;

namespace MedBench;

/// <summary>Reads a verdict off a reply that is no JSON object: the last words of a reasoning, boxed grades. For judges whose published prompt asks for such a reply.</summary>
/// <remarks>A closed block of thinking before the reply is never read, and a reply of more than 64 Ki characters is no verdict.</remarks>
public sealed class VerdictReading
{
    private const int LongestReply = 64 * 1024;

    private readonly Func<VerdictSchema, string, Dictionary<string, string>?> read;

    private VerdictReading(string id, Func<VerdictSchema, string, Dictionary<string, string>?> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        (Id, this.read) = (id, read);
    }

    /// <summary>Gets the id with its version, for instance <c>final-true-v1</c>; it changes whenever the same reply could be read otherwise.</summary>
    public string Id { get; }

    /// <summary>Creates a reading of yes or no, for shapes with one flag.</summary>
    /// <param name="id">The id with its version, kebab-case.</param>
    /// <param name="read">Returns what the reply says; null where it says neither, so that the judge is asked again.</param>
    public static VerdictReading Flag(string id, Func<string, bool?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new VerdictReading(id, (schema, reply) => read(reply) is not { } value ? null
            : schema.Fields.Where(field => field.Kind == VerdictFieldKind.Flag).ToDictionary(field => field.Name, _ => value ? "true" : "false", StringComparer.Ordinal));
    }

    /// <summary>Creates a reading of grades, for shapes with scales: the first grade is that of the first scale. A scale for which the reply has no grade left gets its lowest.</summary>
    /// <param name="id">The id with its version, kebab-case.</param>
    /// <param name="read">Returns the grades in order; null where there is none, so that the judge is asked again. Grades beyond the last scale do not count.</param>
    public static VerdictReading Grades(string id, Func<string, IReadOnlyList<int>?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new VerdictReading(id, (schema, reply) => read(reply) is not { } grades ? null
            : schema.Fields.Where(field => field.Kind == VerdictFieldKind.Scale)
                .Select((field, i) => (field.Name, Value: i < grades.Count ? FormattableString.Invariant($"{grades[i]}") : field.Values[0]))
                .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));
    }

    /// <summary>Reads a reply; null where it is no verdict of the shape.</summary>
    internal JudgeVerdict? Read(VerdictSchema schema, string reply, out string error)
    {
        error = "";
        if (reply.Length > LongestReply)
        {
            error = FormattableString.Invariant($"the reply is longer than {LongestReply} characters");
            return null;
        }

        if (ReasoningBlocks.Remove(reply) is not { } answer)
        {
            error = "the thinking before the verdict has no end";
            return null;
        }

        var values = read(schema, answer);
        if (values is not null && schema.Fields.All(field => field.Kind == VerdictFieldKind.Text || (values.TryGetValue(field.Name, out var value) && field.Values.Contains(value))))
        {
            return new JudgeVerdict(values);
        }

        error = "the reply does not end in a verdict of the wanted form";
        return null;
    }
}
