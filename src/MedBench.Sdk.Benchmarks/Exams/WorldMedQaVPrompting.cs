using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>WorldMedQA-V's way of asking: the image, then the question with its options, one turn, temperature 0.</summary>
/// <remarks>
/// From WorldMedQA/VLMEvalKit, vlmeval/dataset/image_mcq.py (<c>build_prompt</c>, <c>evaluate</c>), vlmeval/config.py and vlmeval/api/gpt.py
/// (1,024 tokens). There GPT-4o is shown images of at most 512 pixels in low detail; here the bytes go out as they are.
/// </remarks>
public static class WorldMedQaVPrompting
{
    private const string Request = "You are an AI assistant who will help me to match an answer with several options of a single-choice question. Please only return the letter of choice A or B or C or D, nothing else please!";

    private static readonly SamplingOptions Greedy = SamplingOptions.Unset with { Temperature = 0, MaxOutputTokens = 1_024 };

    private static readonly PromptProtocol Protocol = new()
    {
        Id = "worldmedqa-v",
        Version = "1",
        Closing = [PromptTurn.User("{question}")],
        Question = "Question: {stem}\n{options}Please select the correct answer from the options above. \n",
        StemRule = TextRule.AsPublished,
        OptionList = "Options:\n{options}",
        Option = "{label}. {text}\n",
        OptionRule = TextRule.AsPublished,
        ShowsMediaFirst = true,
    };

    /// <summary>Creates the strategy that reads the reply itself.</summary>
    public static ChoiceStrategy Create() => new("worldmedqa-v", "1", "Zero-shot in the words of WorldMedQA-V.", new ChoicePrompting { Protocol = Protocol, Sampling = Greedy, MaxTrials = 1 });

    /// <summary>Creates the published strategy, in which the model of the role <see cref="ModelRole.Extractor"/> reads every reply of more than two characters.</summary>
    /// <remarks>The extractor is shown the reply alone, neither question nor options, and the first character of what it says counts. The authors' was gpt-4o-mini-2024-07-18.</remarks>
    public static ReaderStrategy WithReader() => new(new ReaderPrompting
    {
        Asking = new TextPrompting
        {
            Id = "worldmedqa-v-reader",
            Version = "1",
            Description = "Zero-shot in the words of WorldMedQA-V, read by another model.",
            Compose = input => Protocol.AddMedia(Protocol.Compose(input), input),
            Read = ReadFirst,
            Sampling = Greedy,
        },
        Compose = static (_, reply) => reply.Length > 2 ? [new ChatMessage(ChatRole.User, Request + reply)] : null,
        Read = static (input, _, verdict) => ReadFirst(input, verdict),
        Sampling = Greedy,
    });

    private static Prediction ReadFirst(SampleInput input, string text)
        => input.Options.FirstOrDefault(option => text.StartsWith(option.Label, StringComparison.Ordinal)) is { } option ? new ChoicePrediction { Labels = [option.Label] } : new Unanswered(Outcome.Unparsed);
}
