using System.Buffers;
using System.Text;

namespace MedBench;

/// <summary>A secret that is sent to an endpoint and shown nowhere: not in messages, logs, journals or <see cref="ToString"/>.</summary>
/// <remarks>Take it from the environment or from configuration; a key in source code is a leak already.</remarks>
public sealed class ApiKey
{
    /// <summary>Shorter values are placeholders such as <c>none</c>; hiding them would garble ordinary words.</summary>
    private const int ShortestSecret = 6;

    /// <summary>Real keys are no shorter; a model may say a shorter word in earnest.</summary>
    private const int ShortestUnmistakable = 16;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly string value;
    private readonly string[] forms;
    private readonly byte[][] echoes;

    /// <summary>Initializes a key from a configured value; blanks around it are dropped.</summary>
    /// <param name="value">The key: visible ASCII characters without blanks.</param>
    /// <exception cref="ArgumentException">The value is blank or cannot be sent in a header; the message does not repeat it.</exception>
    public ApiKey(string value)
    {
        this.value = value?.Trim() ?? "";
        if (this.value.Length == 0 || this.value.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("The API key is blank or holds blanks, line breaks or characters beyond ASCII. Check the configured value.", nameof(value));
        }

        forms = this.value.Length < ShortestSecret ? [] : KeyForms.Of(this.value);
        echoes = this.value.Length < ShortestUnmistakable ? [] : [.. forms.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Gets the key as the request carries it.</summary>
    internal string Value => value;

    /// <summary>Reads a key from an environment variable.</summary>
    /// <param name="name">The variable's name, for instance <c>OPENAI_API_KEY</c>.</param>
    /// <exception cref="InvalidOperationException">The variable is not set.</exception>
    public static ApiKey FromEnvironment(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var value = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrWhiteSpace(value)
            ? throw new InvalidOperationException(name.AsSpan().ContainsAnyExcept(NameCharacters)
                ? "What was given is not the name of an environment variable. Give the variable's name, never the key itself." // Which is why it is not repeated.
                : $"Environment variable '{name}' holds no API key. Set it to the key of the endpoint.")
            : new ApiKey(value);
    }

    /// <summary>Replaces the key in a text by <c>***</c>, in plain, URL-encoded, HTML-encoded, JSON-escaped, Base64 (also within longer text) and hexadecimal form.</summary>
    /// <param name="text">Any text, for instance what an endpoint sent back.</param>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var form in forms)
        {
            text = text.Replace(form, "***", StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    /// <summary>Returns <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <summary>Gets the length of the longest form, so that a cut through one can be told.</summary>
    internal int LongestForm => forms.Length == 0 ? 0 : forms[0].Length;

    /// <summary>Returns a reply without the key, should the endpoint echo it: a reply is kept on disk, and a key is not.</summary>
    internal ReadOnlySpan<byte> RedactReply(ReadOnlySpan<byte> reply)
    {
        foreach (var echo in echoes)
        {
            if (reply.IndexOf(echo) >= 0)
            {
                return Encoding.UTF8.GetBytes(Redact(Encoding.UTF8.GetString(reply)));
            }
        }

        return reply;
    }
}
