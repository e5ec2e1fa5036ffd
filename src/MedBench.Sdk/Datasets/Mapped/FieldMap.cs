namespace MedBench;

/// <summary>Says which fields of a file are the question, the options and the answer, so that a file becomes a benchmark without code.</summary>
/// <example>
/// <code>
/// var map = FieldMap.Parse(["question=Frage", "options=A,B,C,D", "answer=Lösung", "tag=Station"]);
/// var selection = new BenchmarkSelection(map.CreateBenchmark("ward-questions"), DatasetSource.Files([new("test", "ward.csv")]));
/// </code>
/// </example>
public sealed record FieldMap
{
    /// <summary>Gets the field of the question.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the fields of the options: one that holds them all as an object or a list, or one for each option; empty for open questions.</summary>
    /// <remarks>Fields named by one letter or digit label their options with it; all others are labelled A, B, C … in order. An empty cell is no option.</remarks>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Gets the field of the right option: its label, its text, or its position counted from <see cref="AnswerBase"/>; null for open questions.</summary>
    public string? Answer { get; init; }

    /// <summary>Gets from which number positions are counted, 0 or 1; null where the answer is never a position.</summary>
    public int? AnswerBase { get; init; }

    /// <summary>Gets the fields of the right texts of an open question, each a text or a list of texts.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Gets the field of the id; null numbers the records.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the fields of the texts that are shown with the question; each field's name becomes the section's label.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>Gets the field of the subject, which may be shown; null for none.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the field of the reasoning, which only worked examples carry; null for none.</summary>
    public string? Explanation { get; init; }

    /// <summary>Gets the field that says which records belong together and are not independent; null where all are.</summary>
    public string? Cluster { get; init; }

    /// <summary>Gets the fields to report by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Reads a map from parts such as <c>question=Frage</c> and <c>options=A,B,C,D</c>.</summary>
    /// <param name="parts">The parts: <c>question</c>, <c>options</c>, <c>answer</c>, <c>answer-base</c>, <c>reference</c>, <c>id</c>, <c>context</c>, <c>subject</c>, <c>explanation</c>, <c>cluster</c>, <c>tag</c>; fields are separated by commas, and a part may be given again for more.</param>
    /// <exception cref="ArgumentException">A part is unknown, empty or repeated where one is wanted, or no answer is named; says what to write.</exception>
    public static FieldMap Parse(IEnumerable<string> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new FieldMapParts(parts).Create();
    }

    /// <summary>Creates the benchmark of files whose fields these are.</summary>
    /// <param name="id">Its id, kebab-case: a report row and a cache key.</param>
    public IBenchmark CreateBenchmark(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return Options.Count > 0 ? new MappedChoices(id, this) : new MappedTexts(id, this);
    }

    /// <summary>Returns every field that may reach a prompt.</summary>
    internal IReadOnlyList<string> PromptFields => [Question, .. Options, .. Context, .. Subject is null ? [] : new[] { Subject }];

    /// <summary>Returns every field that a record must have.</summary>
    internal IEnumerable<string> RequiredFields => [Question, .. Options, .. Answer is null ? [] : new[] { Answer }, .. References];
}
