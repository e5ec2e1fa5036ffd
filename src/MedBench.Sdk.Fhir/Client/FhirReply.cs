using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Fhir;

/// <summary>What a FHIR server answered: a status and a body. As the text of a reply it is a status line, an empty line and the body.</summary>
/// <remarks>A refusal such as 404 is an answer and no failure: it is for who asked to see. A server that cannot be reached, or is at fault, is a <see cref="ModelException"/>.</remarks>
public sealed record FhirReply
{
    /// <summary>Gets the HTTP status, for instance 200.</summary>
    public required int Status { get; init; }

    /// <summary>Gets the words that the server gave with the status; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Gets the body, usually JSON.</summary>
    public string Body { get; init; } = "";

    /// <summary>Gets whether the status is from 200 to 299.</summary>
    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>Reads the text of a reply.</summary>
    /// <param name="response">A reply of a client that speaks to a FHIR server.</param>
    /// <exception cref="ModelException">The reply does not begin with a status line: whoever plays the role is no record server.</exception>
    public static FhirReply Read(ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = response.Text;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var line = (end < 0 ? text : text[..end]).AsSpan().TrimEnd();
        return line.Length >= 3 && int.TryParse(line[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var status) && (line.Length == 3 || line[3] == ' ')
            ? new FhirReply { Status = status, Reason = line[3..].Trim().ToString(), Body = end < 0 ? "" : text[(end + 1)..].TrimStart('\n') }
            : throw new ModelException(ModelErrorKind.BadRequest, "The reply of the record server does not begin with an HTTP status. Give the role 'records' to a FhirServerClient, not to a language model.");
    }

    /// <summary>Returns the text of the reply.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Status} {Reason}").TrimEnd() + "\n\n" + Body;

    internal ChatResponse ToResponse() => new(new ChatMessage(ChatRole.Assistant, ToString())) { FinishReason = ChatFinishReason.Stop };
}
