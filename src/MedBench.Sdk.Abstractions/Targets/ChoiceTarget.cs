namespace MedBench;

/// <summary>The right option or options.</summary>
public sealed record ChoiceTarget : Target
{
    /// <summary>Initializes a target of several right options.</summary>
    /// <param name="labels">Their labels, as the sample's options carry them.</param>
    public ChoiceTarget(params IReadOnlyList<string> labels) => Labels = labels;

    /// <summary>Gets the labels of the right options.</summary>
    public IReadOnlyList<string> Labels { get; }
}
