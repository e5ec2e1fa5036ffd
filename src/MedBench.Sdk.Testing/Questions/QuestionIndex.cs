using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>Finds which of many known questions a prompt asks.</summary>
/// <remarks>
/// The occurrence that ends last wins, and the longer question where two end together, so that worked examples before the
/// question and questions inside other questions do not confuse it. Among questions of equal wording the one whose images,
/// options and context the prompt shows wins. Time grows with the prompt's length, not with the number of questions.
/// </remarks>
internal sealed class QuestionIndex
{
    private const int LongestTail = 24;

    private readonly Dictionary<string, List<(string Stem, Sample Sample)>> samplesByTail = new(StringComparer.Ordinal);
    private readonly int[] tailLengths;

    public QuestionIndex(IEnumerable<Sample> samples)
    {
        foreach (var sample in samples)
        {
            var stem = PromptText.Collapse(sample.Input.Stem);
            if (stem.Length == 0)
            {
                continue;
            }

            var tail = stem[^Math.Min(LongestTail, stem.Length)..];
            if (!samplesByTail.TryGetValue(tail, out var bucket))
            {
                samplesByTail.Add(tail, bucket = []);
            }

            bucket.Add((stem, sample));
        }

        tailLengths = [.. samplesByTail.Keys.Select(tail => tail.Length).Distinct().OrderDescending()];
        foreach (var bucket in samplesByTail.Values)
        {
            bucket.Sort((left, right) => right.Stem.Length.CompareTo(left.Stem.Length));
        }
    }

    public FoundQuestion? Find(ModelRequest request)
    {
        FoundQuestion? best = null;
        IReadOnlyList<AIContent> media = [.. request.Messages.SelectMany(message => message.Contents).Where(content => content is DataContent or UriContent)];
        foreach (var found in FindAll(PromptText.Collapse(PromptText.Of(request)), media))
        {
            if (best is null || found.Fit > best.Fit)
            {
                best = found;
            }

            if (best.Fit == FoundQuestion.CompleteFit)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Finds the question, or fails as a model client must.</summary>
    public FoundQuestion Find(ModelRequest request, ModelInfo model)
        => Find(request) ?? throw new ModelException(
            ModelErrorKind.BadRequest,
            $"Model '{model.Id}' knows none of the questions in the prompt. Create it from the samples that the run evaluates, and show their stems unchanged.");

    /// <summary>Returns every occurrence of a known question, the one that ends last first.</summary>
    public IEnumerable<FoundQuestion> FindAll(string text, IReadOnlyList<AIContent>? media = null)
    {
        for (var end = text.Length; end > 0; end--)
        {
            foreach (var length in tailLengths)
            {
                if (length > end || !samplesByTail.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(end - length, length), out var bucket))
                {
                    continue;
                }

                foreach (var (stem, sample) in bucket)
                {
                    if (EndsWithWords(text, end, stem))
                    {
                        yield return Describe(text, end - stem.Length, end, sample, media ?? []);
                    }
                }
            }
        }
    }

    private static bool EndsWithWords(string text, int end, string stem)
    {
        var start = end - stem.Length;
        return text.AsSpan(0, end).EndsWith(stem, StringComparison.Ordinal)
            && !(start > 0 && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(stem[0]))
            && !(end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(stem[^1]));
    }

    private static FoundQuestion Describe(string text, int start, int end, Sample sample, IReadOnlyList<AIContent> media)
    {
        var letters = DisplayedOptions.Read(text.AsSpan(end), sample.Input.Options);
        var showsContext = sample.Input.Context.All(section => text.Contains(PromptText.Collapse(section.Text), StringComparison.Ordinal));
        return new FoundQuestion
        {
            Sample = sample,
            Preamble = text[..start],
            Letters = sample.Input.Options.Count == 0 ? null : letters,
            Fit = (sample.Input.Media.All(content => media.Any(shown => IsSame(content, shown))) ? 4 : 0) + (letters is null ? 0 : 2) + (showsContext ? 1 : 0),
        };
    }

    private static bool IsSame(AIContent one, AIContent other) => (one, other) switch
    {
        (DataContent first, DataContent second) => first.Data.Span.SequenceEqual(second.Data.Span),
        (UriContent first, UriContent second) => first.Uri == second.Uri,
        _ => false,
    };
}
