namespace MedBench;

/// <summary>How an open question of a user's own file is asked: its texts, then the question, as they stand.</summary>
internal static class MappedPrompting
{
    public static TextStrategy Create() => new(new TextPrompting
    {
        Id = "open-question",
        Version = "1",
        Description = "Shows the texts and asks the question, without any instruction.",
        Compose = input => TextPrompting.Ask(input, string.Join("\n\n", [.. input.Context.Select(section => $"{section.Label}:\n{section.Text}"), input.Stem])),
        Sampling = SamplingOptions.Unset with { Temperature = 0 },
        Read = static (_, reply) => new TextPrediction(reply.Trim()),
    });
}
