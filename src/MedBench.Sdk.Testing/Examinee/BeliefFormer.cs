namespace MedBench.Testing;

/// <summary>Works out a simulated examinee's belief about a question in a prompt.</summary>
internal sealed class BeliefFormer(ExamineeProfile profile, IEnumerable<Exemplar> exemplars)
{
    private readonly QuestionIndex examples = new(exemplars.Select(exemplar => new Sample { Input = exemplar.Input, Target = new TextTarget([exemplar.Answer]) }));

    public double GetDifficulty(SampleInput input)
        => profile.Difficulty?.Invoke(input) ?? profile.DifficultyMean + (profile.DifficultyDeviation * ItemResponse.DrawDifficulty(input.Stem));

    public double GetProbability(SampleInput input, double ability)
        => ItemResponse.GetProbability(ability, GetDifficulty(input), profile.Discrimination, profile.Guessing ?? (1.0 / input.Options.Count));

    public ExamineeBelief Form(FoundQuestion question, ModelRequest request)
    {
        var input = question.Sample.Input;
        var ability = profile.Ability + (profile.RequestBoost?.Invoke(request) ?? 0) + BoostOf(question);
        var right = ((ChoiceTarget)question.Sample.Target).Labels[0];
        var chance = GetProbability(input, ability);
        var weights = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var option in input.Options.OrderByDescending(option => option.Label == right))
        {
            var name = question.Name(option.Label);
            var share = option.Label == right ? chance : (1 - chance) / (input.Options.Count - 1);
            weights[name] = weights.GetValueOrDefault(name) + (share * Math.Exp(profile.PositionBias.GetValueOrDefault(name)));
        }

        var total = weights.Values.Sum();
        return new ExamineeBelief
        {
            Input = input,
            Ability = ability,
            Difficulty = GetDifficulty(input),
            Right = question.Name(right),
            Probabilities = new OrderedDictionary<string, double>(weights.Select(entry => KeyValuePair.Create(entry.Key, entry.Value / total)), StringComparer.Ordinal),
        };
    }

    private double BoostOf(FoundQuestion question)
    {
        if (profile.ExemplarBoost == 0 && profile.SimilarityBoost == 0)
        {
            return 0;
        }

        var shown = examples.FindAll(question.Preamble).Select(example => example.Sample.Input.Stem).Distinct(StringComparer.Ordinal);
        var vector = WordVector.Of(question.Sample.Input.Stem);
        return shown.Sum(stem => profile.ExemplarBoost + (profile.SimilarityBoost * WordVector.Cosine(WordVector.Of(stem), vector)));
    }
}
