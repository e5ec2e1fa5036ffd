using System.Text.Json;

namespace MedBench;

/// <summary>What an agent left behind or handed in, as JSON.</summary>
/// <param name="State">The state.</param>
public sealed record StatePrediction(JsonElement State) : Prediction;
