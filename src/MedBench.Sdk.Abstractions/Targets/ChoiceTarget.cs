namespace MedBench;

/// <summary>The right option or options.</summary>
public sealed record ChoiceTarget : Target
{
    /// <summary>Initializes a target of several right options.</summary>
    /// <param name="labels">Their labels, as the sample's options carry them.</param>
    public ChoiceTarget(params IReadOnlyList<string> labels) => Labels = labels;

    /// <summary>Gets the labels of the right options.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Creates the target of a question with one right option.</summary>
    /// <param name="label">Its label.</param>
    public static implicit operator ChoiceTarget(string label) => new(label);

    /// <summary>Gets what the question is worth: 1 where the exam does not weigh its questions, 0 for a question that was struck out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The points are negative or not finite.</exception>
    public double Points
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Points are a finite number from 0.");
    } = 1;

    /// <summary>Gets the labels of the options without which an answer is worth nothing, as CareMedEval marks them; usually none.</summary>
    public IReadOnlyList<string> Essential { get; init; } = [];

    /// <summary>Gets the labels of the options that nobody may choose, because they would harm; usually none.</summary>
    /// <remarks>What choosing one costs is the scorer's affair: the question (CareMedEval's unacceptable answers) or the whole exam (the prohibited choices of IgakuQA).</remarks>
    public IReadOnlyList<string> Prohibited { get; init; } = [];

    /// <summary>Gets further sets of options that are right as well, each as good as <see cref="Labels"/>; usually none.</summary>
    /// <remarks>Question 112B30 of IgakuQA takes <c>a</c> or <c>d</c>, which is not the same as both.</remarks>
    public IReadOnlyList<IReadOnlyList<string>> Alternatives { get; init; } = [];

    /// <summary>Gets whether the examiners gave the points to everybody, whatever was answered, as for question 116A71 of IgakuQA.</summary>
    public bool IsGivenToAll { get; init; }

    /// <summary>Tells whether exactly the options of one right set were chosen, order and repetition aside.</summary>
    /// <param name="chosen">The chosen labels.</param>
    public bool IsRight(IReadOnlyList<string> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var set = chosen.ToHashSet(StringComparer.Ordinal);
        return IsGivenToAll || set.SetEquals(Labels) || Alternatives.Any(set.SetEquals);
    }
}
