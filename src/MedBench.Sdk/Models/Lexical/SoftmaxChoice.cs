namespace MedBench;

/// <summary>Picks an option by score: the best at temperature 0, a draw from the softmax above.</summary>
internal static class SoftmaxChoice
{
    /// <summary>How many nats a difference of one in score is worth at temperature 1.</summary>
    internal const double Scale = 25;

    /// <summary>Returns the natural logarithms of the options' probabilities at a temperature above 0.</summary>
    internal static double[] LogProbabilities(IReadOnlyList<double> scores, double temperature)
    {
        var best = scores.Max();
        var gaps = scores.Select(score => (score - best) * Scale / temperature).ToArray();
        var total = PortableMath.Log(gaps.Sum(PortableMath.Exp));
        return Array.ConvertAll(gaps, gap => gap - total);
    }

    /// <summary>Returns the position of the option with the highest score, the first of equals.</summary>
    internal static int Best(IReadOnlyList<double> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Count; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    /// <summary>Draws an option.</summary>
    internal static int Draw(IReadOnlyList<double> scores, double temperature, SeededRandom random)
    {
        var left = random.NextDouble();
        var probabilities = LogProbabilities(scores, temperature);
        for (var i = 0; i < probabilities.Length - 1; i++)
        {
            left -= PortableMath.Exp(probabilities[i]);
            if (left < 0)
            {
                return i;
            }
        }

        return probabilities.Length - 1;
    }
}
