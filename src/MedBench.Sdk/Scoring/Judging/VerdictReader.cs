using System.Text.Json;

namespace MedBench;

/// <summary>Reads a judge's verdict: one JSON object with exactly the expected fields and an allowed grade, at the end of the reply.</summary>
/// <remarks>
/// Reasoning may come before the object, but no brace: a second object, an unknown field, a repeated field or a grade off the menu
/// is no verdict. What is not clearly a grade leaves the sample unscored; it is never guessed.
/// </remarks>
/// <param name="grades">The allowed grades, compared ordinally.</param>
internal sealed class VerdictReader(IReadOnlyCollection<string> grades)
{
    private const string Grade = "grade";
    private const string Reason = "reason";
    private const int LongestReply = 64 * 1024;

    /// <summary>Reads the grade; null where the reply is no verdict.</summary>
    /// <param name="reply">The judge's reply: text, then <c>{"grade": "…"}</c>, with an optional <c>"reason"</c>.</param>
    public string? Read(string reply)
    {
        var start = reply.IndexOf('{');
        if (start < 0 || reply.Length > LongestReply)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(reply.AsMemory(start), new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 2 });
            var fields = document.RootElement;
            return fields.EnumerateObject().All(field => field.Name is Grade or Reason && field.Value.ValueKind == JsonValueKind.String)
                && fields.TryGetProperty(Grade, out var grade) && grades.Contains(grade.GetString()!, StringComparer.Ordinal) ? grade.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
