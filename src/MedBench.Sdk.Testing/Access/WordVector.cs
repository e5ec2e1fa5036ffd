using System.Numerics.Tensors;
using System.Text;

namespace MedBench.Testing;

/// <summary>Hashes the words of a text into a vector; texts that share words lie near each other.</summary>
internal static class WordVector
{
    public const int Length = 512;

    public static float[] Of(string text)
    {
        var vector = new float[Length];
        foreach (var word in Split(text))
        {
            vector[Hash(word) % Length]++;
        }

        return vector;
    }

    /// <summary>Returns the cosine of two vectors; 0 where one of them has no words.</summary>
    public static double Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var cosine = TensorPrimitives.CosineSimilarity(left, right);
        return float.IsNaN(cosine) ? 0 : cosine;
    }

    /// <summary>Returns the lower-case words of a text.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text.Append(' '))
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(char.ToLowerInvariant(character));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    // FNV-1a; the runtime's own hash differs in every process.
    private static uint Hash(string word)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(word))
        {
            hash = (hash ^ octet) * 16777619u;
        }

        return hash;
    }
}
