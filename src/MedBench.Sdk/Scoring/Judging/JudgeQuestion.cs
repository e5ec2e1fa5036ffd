namespace MedBench;

/// <summary>One question to a judge; <see cref="JudgePrompt.Ask"/> writes it.</summary>
public sealed record JudgeQuestion
{
    /// <summary>Gets what the question is about, for instance <c>criterion/3</c>; no other question on the same sample has the same.</summary>
    public required string Purpose { get; init; }

    /// <summary>Gets the prompt, filled by <see cref="JudgePrompt.Fill"/>; the demand for the verdict's shape is put after it unless <see cref="IsVerbatim"/>.</summary>
    public required string Prompt { get; init; }

    /// <summary>Gets the shape of the verdict.</summary>
    public required VerdictSchema Schema { get; init; }

    /// <summary>Gets the system message; null for none.</summary>
    public string? System { get; init; }

    /// <summary>Gets whether the prompt is sent as it stands: neither the demand for the shape nor the JSON Schema goes with it, and it is asked again in the same words.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>Gets how the reply is read; null means as one JSON object of the shape.</summary>
    public VerdictReading? Reading { get; init; }
}
