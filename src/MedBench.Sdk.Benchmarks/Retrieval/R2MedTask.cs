using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>What the prompts of one set of R2MED say; the words are those of <c>src/instrcution.py</c> (R2MED/R2MED, MIT, Copyright 2025 R2MED).</summary>
/// <param name="Set">The set's published name.</param>
/// <param name="Noun">What a query is, for instance <c>Biology post</c>.</param>
/// <param name="SeeksCases">Whether similar cases are sought instead of passages.</param>
internal sealed record R2MedTask(string Set, string Noun, bool SeeksCases = false)
{
    public const string System = "You are a helpful assistant.";

    private const int ShownWords = 512;

    public static IReadOnlyList<R2MedTask> All { get; } =
    [
        new("Biology", "Biology post"), new("Bioinformatics", "Bioinformatics post"), new("Medical-Sciences", "Medical Science post"), new("MedXpertQA-Exam", "Medical Exam"),
        new("MedQA-Diag", "Medical Exam"), new("PMC-Treatment", "Clinical Case"), new("PMC-Clinical", "Clinical Case", SeeksCases: true), new("IIYi-Clinical", "Clinical Case", SeeksCases: true),
    ];

    /// <summary>Gets the set's name in <c>src/example.py</c>.</summary>
    public string ExampleKey => Set switch
    {
        "Biology" => "Stack-Biology",
        "Bioinformatics" => "Stack-Bioinformatics",
        "Medical-Sciences" => "Stack-Medical",
        "PMC-Treatment" => "PMC-Treat",
        "PMC-Clinical" => "PMCPatients",
        "IIYi-Clinical" => "IIYiPatients-EN",
        _ => Set,
    };

    /// <summary>Gets what a query is called in a prompt.</summary>
    public string Label => Noun[(Noun.LastIndexOf(' ') + 1)..] is var last && last == "post" ? "Post" : last;

    /// <summary>Gets what a written text is called in a prompt.</summary>
    public string Wanted => SeeksCases ? "Similar Case" : "Passage";

    private string Thing => Label.ToLowerInvariant();

    private string Writing => SeeksCases ? "a similar case to help diagnose" : "a passage to help answer";

    /// <summary>Gets what instruction-tuned embedders read before a query.</summary>
    public string Instruction => $"Instruct: Given a {Noun}, retrieve {(SeeksCases ? "similar cases that help diagnose" : "relevant passages that help answer")} the {Thing}\nQuery: ";

    /// <summary>Finds the task of a sample, whose subject is the set.</summary>
    /// <exception cref="InvalidOperationException">The sample is of no set of R2MED.</exception>
    public static R2MedTask Of(SampleInput input) => All.FirstOrDefault(task => task.Set == input.Subject)
        ?? throw new InvalidOperationException($"Sample '{input.Id}' is of no set of R2MED, whose prompts name the kind of query. Compose a RetrievalStrategy with prompts of your own.");

    public IReadOnlyList<ChatMessage> Hyde(SampleInput input) => TextPrompting.Ask(input, $"Please write {Writing} the {Noun}.\n{Label}: {input.Stem}\n{Wanted}: ", System);

    public IReadOnlyList<ChatMessage> Query2doc(SampleInput input, IReadOnlyList<Exemplar> examples)
    {
        var opening = Set == "Biology" ? "a passage that help answer" : Writing;
        var shown = string.Join('\n', examples.Select(example => $"{Label}: {example.Input.Stem}\n{Wanted}:\n{example.Answer}\n"));
        return TextPrompting.Ask(input, $"Write {opening} the {Noun}.\n\n###Examples:###\n{shown}\n\n###Real Test:###\n{Label}: {input.Stem}\n{Wanted}: ", System);
    }

    public IReadOnlyList<ChatMessage> Lamer(SampleInput input, IReadOnlyList<Document> documents)
    {
        var text = new StringBuilder(SeeksCases
            ? $"Give a {Noun} and its possible similar cases (most of these cases are non-similar). Please write a correct similar case that help diagnose the {Thing}.\nJust output the correct case, don't explanation."
            : $"Give a {Noun} and its possible relevant passages (most of these passages are wrong). Please write a correct passage that help answer the {Thing}.\nJust output the correct passage, don't explanation.");
        text.Append(CultureInfo.InvariantCulture, $"\n\n{Label}: {input.Stem}\n\nPossible {(SeeksCases ? "Similar Cases" : "Relevant Passages")}: ");
        foreach (var (index, document) in documents.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[{index + 1}]. {string.Join(' ', document.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(ShownWords))}");
        }

        return TextPrompting.Ask(input, text.ToString(), System);
    }
}
