namespace MedBench.Testing;

/// <summary>One line of a script: what to reply to prompts that contain a text.</summary>
/// <param name="Fragment">The text, compared by code unit; an empty one is in every prompt.</param>
/// <param name="Reply">The reply.</param>
public sealed record ScriptRule(string Fragment, string Reply);
