namespace MedBench;

/// <summary>Powers of a model beyond text chat.</summary>
[Flags]
public enum ModelCapabilities
{
    /// <summary>Text chat only.</summary>
    None = 0,

    /// <summary>Accepts images in user messages.</summary>
    Images = 1,

    /// <summary>Calls tools.</summary>
    Tools = 2,

    /// <summary>Scores given continuations: <see cref="ILogLikelihoodClient"/>.</summary>
    LogLikelihood = 4,

    /// <summary>Continues a partly written assistant message.</summary>
    Prefix = 8,
}
