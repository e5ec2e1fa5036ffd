using System.Text.Json;

namespace MedBench;

/// <summary>Whether a clinical text has an error, where it is, and how the sentence should read: the shape of MEDEC's answers in a <see cref="StateTarget"/> or <see cref="StatePrediction"/>.</summary>
public sealed record NoteError
{
    /// <summary>The sentence id of a text without an error, as MEDEC writes it.</summary>
    public const string NoSentence = "-1";

    /// <summary>Gets the verdict on a text without an error.</summary>
    public static NoteError None { get; } = new();

    /// <summary>Gets whether the text has an error.</summary>
    public bool IsError { get; init; }

    /// <summary>Gets the id of the sentence with the error; <see cref="NoSentence"/> where there is none.</summary>
    public string SentenceId { get; init; } = NoSentence;

    /// <summary>Gets the corrected sentence; null where there is nothing to correct.</summary>
    public string? Correction { get; init; }

    /// <summary>Reads a state.</summary>
    /// <param name="state">An object with <c>error</c> and, where that is true, <c>sentence</c> and <c>correction</c>.</param>
    /// <exception cref="InvalidOperationException">The state is of another shape.</exception>
    public static NoteError FromState(JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object || !state.TryGetProperty("error"u8, out var error) || error.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw new InvalidOperationException($"A verdict on a clinical text is an object with the field 'error'; this is {state.ValueKind}. Make it with {nameof(NoteError)}.{nameof(ToState)}.");
        }

        return new NoteError
        {
            IsError = error.GetBoolean(),
            SentenceId = state.TryGetProperty("sentence"u8, out var sentence) && sentence.ValueKind == JsonValueKind.String ? sentence.GetString()! : NoSentence,
            Correction = state.TryGetProperty("correction"u8, out var correction) && correction.ValueKind == JsonValueKind.String ? correction.GetString() : null,
        };
    }

    /// <summary>Writes the verdict as a state.</summary>
    public JsonElement ToState()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBoolean("error"u8, IsError);
            json.WriteString("sentence"u8, SentenceId);
            json.WriteString("correction"u8, Correction);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }
}
