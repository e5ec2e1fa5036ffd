using System.Text.Json.Serialization;

namespace MedBench;

/// <summary>Reads passages without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LexicalPassage))]
internal sealed partial class LexicalPassageJson : JsonSerializerContext;
