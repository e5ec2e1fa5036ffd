using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>A model of a few hundred lines: answers multiple-choice questions by looking words up in passages and in its own prompt.</summary>
/// <remarks>
/// It is an honest open-book baseline that needs no network: it sees what any model sees, the prompt, and knows what its passages
/// say. It reads the last question with options out of the conversation, looks for the text that matches question and option best
/// (its passages, the given context, worked examples with their reasons), and replies in the form that the prompt asks for. Yes,
/// no and maybe are read off words of negation and doubt. The same request gives the same reply on every machine. At temperature 0,
/// or none, the best option wins; above, one is drawn with <see cref="ChatOptions.Seed"/>, or, without a seed, with one that
/// follows from messages and purpose. A token is a word here. Safe for concurrent use.
/// </remarks>
public sealed class LexicalReader : IModelClient, ILogLikelihoodClient
{
    private const string Id = "lexical-reader";
    private const double Elsewhere = -20;

    private readonly Lazy<PassageLibrary> library;
    private readonly Lazy<ModelInfo> info;

    /// <summary>Initializes a reader of the passages that come with the package.</summary>
    public LexicalReader()
        : this(new Lazy<PassageLibrary>(() => PassageLibrary.Embedded))
    {
    }

    /// <summary>Initializes a reader of your own passages; an index over them is built at first use.</summary>
    /// <param name="passages">The passages, each a few sentences long.</param>
    public LexicalReader(IEnumerable<LexicalPassage> passages)
        : this(OwnLibrary(passages))
    {
    }

    private LexicalReader(Lazy<PassageLibrary> library)
    {
        this.library = library;
        info = new Lazy<ModelInfo>(() => Describe(library.Value));
    }

    /// <inheritdoc />
    public ModelInfo Info => info.Value;

    /// <inheritdoc />
    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var lines = PromptLine.Split(request.Messages);
        var reply = PromptReader.Read(lines) is { } question
            ? Answer(question, lines, request)
            : "I found no question with answer options in this conversation, so there is nothing for me to look up.";
        return Task.FromResult(Respond(Stop(reply, request.Options?.StopSequences), lines));
    }

    /// <inheritdoc />
    /// <remarks>A continuation is an option's label or text; the log-probabilities of the options add up to one. Anything else gets -20.</remarks>
    public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var question = PromptReader.Read(PromptLine.Split([new ChatMessage(ChatRole.User, request.Prompt)]));
        double[] scores = question is null ? [] : SoftmaxChoice.LogProbabilities(OptionReader.Score(library.Value, question).Values, 1);
        var read = (long)LexicalTokenizer.Count(request.Prompt);
        LogLikelihood Score(string continuation)
        {
            var text = continuation.Trim(' ', '(', ')', '.', '\n');
            var at = question?.Options.ToList().FindIndex(option => option.Label == text || option.Text.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? -1;
            return new LogLikelihood(at < 0 ? Elsewhere : scores[at], Math.Max(1, LexicalTokenizer.Count(text))) { InputTokens = read + LexicalTokenizer.Count(continuation), OutputTokens = 0 };
        }

        return Task.FromResult<IReadOnlyList<LogLikelihood>>([.. request.Continuations.Select(Score)]);
    }

    private static Lazy<PassageLibrary> OwnLibrary(IEnumerable<LexicalPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        LexicalPassage[] kept = [.. passages];
        return new Lazy<PassageLibrary>(() => new PassageLibrary(kept));
    }

    private static ModelInfo Describe(PassageLibrary library) => new()
    {
        Id = Id,
        Revision = "1",
        Provider = "embedded",
        IsInProcess = true,
        Capabilities = ModelCapabilities.LogLikelihood | ModelCapabilities.Completion,
        Price = new ModelPrice(0, 0),
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["passages"] = string.Create(CultureInfo.InvariantCulture, $"{library.Passages.Count}:{library.Identity:x16}"),
        },
    };

    private string Answer(ReadQuestion question, List<PromptLine> lines, ModelRequest request)
    {
        var scores = OptionReader.Score(library.Value, question);
        var chosen = request.Options?.Temperature is > 0 and var temperature
            ? SoftmaxChoice.Draw(scores.Values, temperature, CreateRandom(request, lines))
            : SoftmaxChoice.Best(scores.Values);
        var option = question.Options[chosen];
        var explanation = scores.Reasons[chosen] is { } reason
            ? $"In {reason.Name} I read: {OptionReader.BestSentence(reason.Text, question.Stem, option.Text)}. This speaks for \"{option.Text}\"."
            : $"Nothing that I can look up speaks for one of the options, so \"{option.Text}\" is a guess.";
        return AnswerStyle.Of(lines, request.Options?.MaxOutputTokens).Write(option.Label, explanation, request.Options?.MaxOutputTokens);
    }

    private static SeededRandom CreateRandom(ModelRequest request, List<PromptLine> lines)
    {
        var prompt = string.Join('\n', lines.Select(line => line.Text));
        return request.Options?.Seed is { } seed ? SeededRandom.Create(seed, Id, prompt) : SeededRandom.Create(0, Id, prompt, request.Purpose);
    }

    private static string Stop(string reply, IList<string>? sequences)
    {
        foreach (var sequence in sequences ?? [])
        {
            var at = sequence.Length == 0 ? -1 : reply.IndexOf(sequence, StringComparison.Ordinal);
            reply = at < 0 ? reply : reply[..at];
        }

        return reply;
    }

    private static ChatResponse Respond(string reply, List<PromptLine> lines)
    {
        var read = lines.Sum(line => (long)LexicalTokenizer.Count(line.Text));
        var written = (long)LexicalTokenizer.Count(reply);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, reply))
        {
            ModelId = Id,
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = read, OutputTokenCount = written, TotalTokenCount = read + written },
        };
    }
}
