namespace MedBench;

/// <summary>Reads the parts of a <see cref="FieldMap"/> as a user writes them.</summary>
internal sealed class FieldMapParts
{
    private static readonly string[] Known = ["question", "options", "answer", "answer-base", "reference", "id", "context", "subject", "explanation", "cluster", "tag"];
    private static readonly string[] Plural = ["options", "reference", "context", "tag"];

    private readonly Dictionary<string, List<string>> fields = new(StringComparer.Ordinal);

    public FieldMapParts(IEnumerable<string> parts)
    {
        foreach (var part in parts)
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var named = equals < 0 ? [] : part[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (!Known.Contains(name, StringComparer.Ordinal))
            {
                throw new ArgumentException($"'{name}' is no part of a question. Map one of {string.Join(", ", Known)}, for instance question=COLUMN.");
            }

            if (named.Length == 0)
            {
                throw new ArgumentException($"'{part}' names no field. Write {name}=COLUMN.");
            }

            if (!fields.TryGetValue(name, out var list))
            {
                fields.Add(name, list = []);
            }

            list.AddRange(named);
        }
    }

    public FieldMap Create()
    {
        var map = new FieldMap
        {
            Question = One("question") ?? throw new ArgumentException("Nothing says which field is the question. Add question=COLUMN."),
            Options = Many("options"),
            Answer = One("answer"),
            AnswerBase = One("answer-base") switch
            {
                null => null,
                "0" => 0,
                "1" => 1,
                var other => throw new ArgumentException($"Answers are counted from 0 or from 1, not from '{other}'. Write answer-base=0 or answer-base=1."),
            },
            References = Many("reference"),
            Id = One("id"),
            Context = Many("context"),
            Subject = One("subject"),
            Explanation = One("explanation"),
            Cluster = One("cluster"),
            Tags = Many("tag"),
        };
        return map switch
        {
            { Options.Count: > 0, References.Count: > 0 } => throw new ArgumentException("A question is answered by an option or by a text, not by both. Leave out options or reference."),
            { Options.Count: > 0, Answer: null } => throw new ArgumentException("Nothing says which option is right. Add answer=COLUMN."),
            { Options.Count: 0, References.Count: 0 } => throw new ArgumentException("Nothing says what the answers are. Add options=COLUMN,COLUMN,… and answer=COLUMN, or reference=COLUMN for open questions."),
            { Options.Count: 0, Answer: not null } => throw new ArgumentException("An answer belongs to options. Add options=COLUMN,COLUMN,…, or write reference=COLUMN for open questions."),
            _ => map,
        };
    }

    private IReadOnlyList<string> Many(string name) => fields.TryGetValue(name, out var list) ? list : [];

    private string? One(string name) => Many(name) switch
    {
        [] => null,
        [var field] => field,
        var several => throw new ArgumentException($"'{name}' is one field, and {several.Count} are named: {string.Join(", ", several)}. Only {string.Join(", ", Plural)} may be several."),
    };
}
