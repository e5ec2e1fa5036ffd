namespace MedBench;

/// <summary>Joins a strategy's own parameters with those of its sampling.</summary>
internal static class StrategyParameters
{
    public static IReadOnlyDictionary<string, string> Describe(IReadOnlyDictionary<string, string> own, SamplingOptions sampling, IReadOnlyList<string> compat)
    {
        var parameters = new Dictionary<string, string>(own, StringComparer.Ordinal);
        if (compat.Count > 0)
        {
            parameters["compat"] = string.Join(", ", compat);
        }

        foreach (var (name, value) in sampling.Describe())
        {
            parameters[name] = value;
        }

        return parameters;
    }
}
