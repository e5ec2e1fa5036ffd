using System.Globalization;
using System.Text.Json;
using MedBench.Fhir;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>MedAgentBench's environment: passes readings on to the record server, acknowledges orders without writing anything, ends at FINISH and at whatever is no action.</summary>
internal sealed class MedAgentEnvironment(Uri apiBase, MedAgentBenchDefects defects) : IEnvironment
{
    private const string CallFinish = "Please call FINISH if you have got answers for all the questions and finished all the requested tasks";

    private readonly string address = apiBase.AbsoluteUri.TrimEnd('/');

    public IReadOnlyList<AITool> Tools => [];

    public string Fingerprint => $"{apiBase.AbsoluteUri}; {MedAgentBenchScorer.Describe(defects & MedAgentBenchDefects.FormatSuffix)}";

    public async Task<ChatMessage?> RespondAsync(IReadOnlyList<ChatMessage> transcript, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var action = AgentAction.Parse(transcript[^1].Text);
        return action switch
        {
            { Kind: AgentActionKind.Get } => new ChatMessage(ChatRole.User, await GetAsync(action.Address, transcript.Count, models, cancellationToken).ConfigureAwait(false)),
            { Kind: AgentActionKind.Post } => new ChatMessage(ChatRole.User, action.IsAccepted ? $"POST request accepted and executed successfully. {CallFinish}" : "Invalid POST request"),
            _ => null,
        };
    }

    public JsonElement? ReadState(IReadOnlyList<ChatMessage> transcript) => AgentRecord.Of(transcript).ToJson();

    private async Task<string> GetAsync(string written, int messages, IModelAccess models, CancellationToken cancellationToken)
    {
        var mark = defects.HasFlag(MedAgentBenchDefects.FormatSuffix) || written.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var asked = $"{written}{mark}_format=json";
        if (!asked.StartsWith(address, StringComparison.Ordinal) || (asked.Length > address.Length && asked[address.Length] is not ('/' or '?' or '&')))
        {
            return asked.Contains("://", StringComparison.Ordinal)
                ? $"Error in sending the GET request: Failed to establish a connection for url: {asked}"
                : $"Error in sending the GET request: Invalid URL '{asked}': No scheme supplied. Perhaps you meant https://{asked}?";
        }

        var purpose = string.Create(CultureInfo.InvariantCulture, $"message/{messages}");
        var reply = await models.AskRecordsAsync(FhirRequest.Get(asked[address.Length..]), purpose, cancellationToken).ConfigureAwait(false);
        return reply.IsSuccess ? $"Here is the response from the GET request:\n{reply.Body}. {CallFinish}"
            : string.Create(CultureInfo.InvariantCulture, $"Error in sending the GET request: {reply.Status} {(reply.Status < 500 ? "Client" : "Server")} Error: {reply.Reason} for url: {asked}");
    }
}
