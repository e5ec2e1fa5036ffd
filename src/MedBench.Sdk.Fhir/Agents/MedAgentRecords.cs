using System.Globalization;
using System.Text.Json;
using MedBench.Fhir;

namespace MedBench.Benchmarks;

/// <summary>Looks up what the graders hold an agent to, in the same records and by the same role that the agent reads.</summary>
internal sealed class MedAgentRecords(IModelAccess models, Uri apiBase)
{
    private const int MaxPages = 100;

    /// <summary>The moment at which all tasks take place.</summary>
    public static readonly DateTimeOffset Now = new(2023, 11, 13, 10, 15, 0, TimeSpan.Zero);

    /// <exception cref="ModelException">The records do not hold the patient, or no birth date.</exception>
    public async Task<DateOnly> FindBirthDateAsync(string patient, CancellationToken cancellationToken)
    {
        var found = await SearchAsync($"Patient?identifier={Uri.EscapeDataString(patient)}&_format=json", "gold/birth-date", cancellationToken).ConfigureAwait(false);
        var text = found.Count > 0 && found[0].TryGetProperty("birthDate", out var given) ? given.GetString() : null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw new ModelException(ModelErrorKind.BadRequest, $"The records hold no patient '{patient}' with a birth date. Give the role 'records' to a server with the benchmark's own records.");
    }

    /// <summary>Returns a patient's measurements by code; those without a time or a number are left out.</summary>
    public async Task<IReadOnlyList<Measurement>> FindMeasurementsAsync(string patient, string code, CancellationToken cancellationToken)
    {
        var found = await SearchAsync($"Observation?patient={Uri.EscapeDataString(patient)}&code={code}&_count=5000&_format=json", $"gold/{code}", cancellationToken).ConfigureAwait(false);
        return [.. found.Select(Measurement.Read).OfType<Measurement>()];
    }

    private async Task<IReadOnlyList<JsonElement>> SearchAsync(string? path, string purpose, CancellationToken cancellationToken)
    {
        var resources = new List<JsonElement>();
        for (var page = 0; path is not null; page++)
        {
            var reply = await models.AskRecordsAsync(FhirRequest.Get(path), page == 0 ? purpose : string.Create(CultureInfo.InvariantCulture, $"{purpose}/{page}"), cancellationToken).ConfigureAwait(false);
            if (!reply.IsSuccess || page >= MaxPages || AgentAction.ReadJson(reply.Body) is not { ValueKind: JsonValueKind.Object } bundle)
            {
                throw new ModelException(ModelErrorKind.BadRequest, string.Create(CultureInfo.InvariantCulture, $"The record server answered the graders' search '{path}' with status {reply.Status} and no Bundle. Give the role 'records' to a FHIR R4 server with the benchmark's records."));
            }

            if (bundle.TryGetProperty("entry", out var entries) && entries.ValueKind == JsonValueKind.Array)
            {
                resources.AddRange(entries.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource", out _)).Select(entry => entry.GetProperty("resource")));
            }

            path = NextOf(bundle);
        }

        return resources;
    }

    private string? NextOf(JsonElement bundle)
    {
        var next = bundle.TryGetProperty("link", out var links) && links.ValueKind == JsonValueKind.Array
            ? links.EnumerateArray().Where(link => link.TryGetProperty("relation", out var relation) && relation.ValueEquals("next")).Select(link => link.GetProperty("url").GetString()).FirstOrDefault()
            : null;
        var address = apiBase.AbsoluteUri.TrimEnd('/');
        return next is null ? null
            : next.StartsWith(address, StringComparison.Ordinal) ? next[address.Length..]
            : throw new ModelException(ModelErrorKind.BadRequest, $"The record server links to '{next}', which is not beneath '{address}'. Set FhirServerClientOptions.PresentedAddress to '{address}/'.");
    }
}
