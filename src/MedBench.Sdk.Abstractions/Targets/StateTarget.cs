using System.Text.Json;

namespace MedBench;

/// <summary>What an agent should leave behind or hand in, as JSON.</summary>
/// <param name="Expected">The expected state; how it is compared is the scorer's affair.</param>
public sealed record StateTarget(JsonElement Expected) : Target;
