using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>MedAgentBench's prompt, exactly as published: one message of the user, no system message.</summary>
internal static class MedAgentPrompt
{
    public const string ApiBase = "api base";
    public const string Functions = "functions";
    public const string Context = "context";
    public const int MaxRounds = 8;

    public static DialogueStrategy Strategy { get; } = new(new DialoguePrompting
    {
        Id = "medagentbench",
        Version = "1",
        Description = "GET, POST or FINISH as text, one action a turn, greedy; MedAgentBench (Jiang et al. 2025).",
        Open = static input => TextPrompting.Ask(input, Compose(input)),
        MaxTurns = MaxRounds,
        Conclude = static (input, transcript) => Conclude(transcript),
        Sampling = SamplingOptions.Unset with { Temperature = 0 },
        RequiredRoles = [ModelRole.Records],
    });

    private static string Compose(SampleInput input) => $$"""
        You are an expert in using FHIR functions to assist medical professionals. You are given a question and a set of possible functions. Based on the question, you will need to make one or more function/tool calls to achieve the purpose.

        1. If you decide to invoke a GET function, you MUST put it in the format of
        GET url?param_name1=param_value1&param_name2=param_value2...

        2. If you decide to invoke a POST function, you MUST put it in the format of
        POST url
        [your payload data in JSON format]

        3. If you have got answers for all the questions and finished all the requested tasks, you MUST call to finish the conversation in the format of (make sure the list is JSON loadable.)
        FINISH([answer1, answer2, ...])

        Your response must be in the format of one of the three cases, and you can call only one function each time. You SHOULD NOT include any other text in the response.

        Here is a list of functions in JSON format that you can invoke. Note that you should use {{Section(input, ApiBase)}} as the api_base.
        {{Section(input, Functions)}}

        Context: {{Section(input, Context)}}
        Question: {{input.Stem}}
        """;

    private static Prediction Conclude(IReadOnlyList<ChatMessage> transcript)
    {
        var record = AgentRecord.Of(transcript);
        return record.Status == AgentRecord.Completed ? new StatePrediction(record.ToJson())
            : new Unanswered(Outcome.Unparsed) { Notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["status"] = record.Status } };
    }

    private static string Section(SampleInput input, string label)
        => input.Context.FirstOrDefault(section => section.Label == label)?.Text ?? throw new InvalidOperationException($"Sample '{input.Id}' has no section '{label}'. The strategy is for the samples of MedAgentBench.");
}
