using System.Security.Cryptography;
using System.Text;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>Models of several roles that use up their replies, and one log of what all of them were sent, in order.</summary>
internal sealed class ScriptedCast
{
    private readonly List<(string Role, ModelRequest Request)> log = [];

    public ScriptedCast(params (string Role, string[] Replies)[] parts)
    {
        foreach (var (role, replies) in parts)
        {
            var left = new Queue<string>(replies);
            Models.Models.Add(role, new ScriptedModelClient(request =>
            {
                log.Add((role, request));
                return left.Dequeue();
            }) { Info = OracleModelClient.WithEveryPower });
        }
    }

    public TestModelAccess Models { get; } = new() { Seed = 42 };

    public IReadOnlyList<(string Role, ModelRequest Request)> Log => log;

    /// <summary>Hashes the log as the Python scripts do that ran the published code on the same replies.</summary>
    public string Hash(Func<string, ModelRequest, string> write)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(log.Select(entry => write(entry.Role, entry.Request) + "\u001E")))));
}
