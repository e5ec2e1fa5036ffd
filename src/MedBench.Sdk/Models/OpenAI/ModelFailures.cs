using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace MedBench;

/// <summary>Words the failures of one endpoint: what happened, to which model, what to do; never with the key.</summary>
internal sealed class ModelFailures(OpenAICompatibleOptions options, TimeProvider timeProvider)
{
    private const int ExcerptLength = 500;
    private const int ExcerptWindow = 16 * 1024;

    private readonly string subject = $"Model '{options.Model}' at {EndpointRules.Describe(options.Endpoint)}";

    public ModelException FromStatus(HttpResponseMessage response, ReadOnlySpan<byte> body)
        => FromError((int)response.StatusCode, body, RetryAfter(response.Headers));

    /// <summary>Words an error body, wherever it came: some endpoints send one with status 200.</summary>
    public ModelException FromError(int status, ReadOnlySpan<byte> body, TimeSpan? retryAfter = null)
    {
        var said = ErrorBody.Read(body);
        var effective = status is >= 200 and < 300 ? said.Status ?? 500 : status;
        var words = Excerpt(body);
        var kind = FailureClassifier.Classify(effective, $"{said.Code} {said.Type} {said.Message ?? words}");
        var detail = said.Message is { } message ? Shorten(Redact(message)) : words;
        var code = said.Code ?? said.Type;
        var named = string.IsNullOrEmpty(code) ? "" : $" ({Shorten(Redact(code))})";
        var text = string.Create(CultureInfo.InvariantCulture, $"{subject} replied {effective}{named}: {(detail.Length == 0 ? "no explanation" : detail)}. {Advice(kind, effective)}");
        return new ModelException(kind, text) { StatusCode = effective, RetryAfter = retryAfter };
    }

    public ModelException Malformed(string problem, ReadOnlySpan<byte> body)
        => new(ModelErrorKind.Malformed, $"{subject} sent a reply that {problem}. Check that the endpoint speaks the OpenAI protocol and that nothing in between rewrites replies. It begins: {Excerpt(body)}") { StatusCode = 200 };

    public ModelException TooLarge(ReadOnlySpan<byte> body)
        => Malformed(string.Create(CultureInfo.InvariantCulture, $"is larger than MaxResponseBytes ({options.MaxResponseBytes} bytes)"), body);

    public ModelException Empty(string? finishReason)
        => new(ModelErrorKind.EmptyReply, $"{subject} sent a reply without content (finish reason {finishReason ?? "none"}). It may be a passing fault; if it stays, raise the token limit or change the prompt.") { StatusCode = 200 };

    public ModelException Filtered()
        => new(ModelErrorKind.ContentFiltered, $"{subject} sent no content because its filter withheld the reply. The sample counts as refused; a provider can lift the filter for medical use.") { StatusCode = 200 };

    public ModelException Timeout(Exception cause)
        => new(ModelErrorKind.Timeout, string.Create(CultureInfo.InvariantCulture, $"{subject} sent no complete reply within {options.AttemptTimeout.TotalSeconds:0.###} s. Raise AttemptTimeout for slow models, or lower the concurrency."), WithoutKey(cause));

    public ModelException Connection(Exception cause)
        => new(ModelErrorKind.Connection, $"{subject} could not be reached, or the connection broke: {Shorten(Redact(cause.Message))} Check that the server runs and the address is right.", WithoutKey(cause));

    public ModelException NoEcho()
        => new(ModelErrorKind.BadRequest, $"{subject} did not echo the prompt with log-probabilities, so continuations cannot be scored. Use a server that supports echo and logprobs in completions, or drop LogLikelihood from the capabilities.") { StatusCode = 200 };

    public ModelException NotSent(string problem, Exception? cause = null)
        => new(ModelErrorKind.BadRequest, $"{subject} was not asked: {problem}.", cause);

    /// <summary>Returns the beginning of a body for a message: at most 500 characters, one line, without the key.</summary>
    public string Excerpt(ReadOnlySpan<byte> body)
    {
        var isCut = body.Length > ExcerptWindow;
        var text = Redact(Encoding.UTF8.GetString(isCut ? body[..ExcerptWindow] : body));
        if (isCut && options.ApiKey is { } key)
        {
            // The window may have cut a key in two, and half a key is not recognised.
            text = text[..Math.Max(0, text.Length - key.LongestForm)];
        }

        return Shorten(text);
    }

    private static string Shorten(string text)
    {
        var end = Math.Min(text.Length, ExcerptLength);
        return string.Create(end, text, static (line, source) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        }).Trim();
    }

    private static string Advice(ModelErrorKind kind, int status) => kind switch
    {
        ModelErrorKind.Authentication => "Check the API key and its rights.",
        ModelErrorKind.QuotaExceeded => "The account has no quota left: top it up, then resume the run.",
        ModelErrorKind.UnknownModel => "Check the model's name, and that the endpoint is the base address, usually ending in /v1.",
        ModelErrorKind.RateLimited => "Requests pause and are repeated; lower the concurrency if this stays.",
        ModelErrorKind.Server => "The endpoint is at fault; requests are repeated.",
        ModelErrorKind.ContextOverflow => "Use fewer or shorter exemplars, a lower token limit or a model with a larger window.",
        ModelErrorKind.ContentFiltered => "The provider's filter withheld it; the sample counts as refused.",
        _ when status is >= 300 and < 400 => "Redirects are not followed: set the endpoint to the address that serves the model.",
        _ => "Check the options against what the endpoint accepts.",
    };

    private static string? First(HttpResponseHeaders headers, string name)
        => headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
        => RetryAfterHeader.Parse(First(headers, "retry-after-ms"), First(headers, "Retry-After"), timeProvider.GetUtcNow());

    /// <summary>Drops a cause that quotes the key, as one may that repeats what the endpoint sent.</summary>
    private Exception? WithoutKey(Exception cause)
    {
        var text = cause.ToString();
        return Redact(text) == text ? cause : null;
    }

    private string Redact(string text) => options.ApiKey?.Redact(text) ?? text;
}
