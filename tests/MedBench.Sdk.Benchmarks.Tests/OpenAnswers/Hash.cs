using System.Security.Cryptography;
using System.Text;

namespace MedBench.Benchmarks.Tests.OpenAnswers;

/// <summary>Compares long published prompts without repeating them.</summary>
internal static class Hash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
