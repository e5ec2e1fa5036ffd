using System.Reflection;

namespace MedBench;

/// <summary>The resources of an assembly, by the part of their names after a prefix.</summary>
internal sealed class EmbeddedDatasetSource(Assembly assembly, string prefix) : IDatasetSource
{
    public string Location => $"the resources '{prefix}' of {assembly.GetName().Name}";

    public DatasetFile? Find(string split, IReadOnlyList<string> patterns)
    {
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);
        return PatternMatch.Best(names, patterns) is { } best ? new DatasetFile(prefix + best, () => assembly.GetManifestResourceStream(prefix + best)!) : null;
    }
}
