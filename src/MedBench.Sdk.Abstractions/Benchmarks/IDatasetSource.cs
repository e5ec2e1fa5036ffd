namespace MedBench;

/// <summary>Finds a benchmark's files: a folder, named files, or data embedded in a package.</summary>
public interface IDatasetSource
{
    /// <summary>Finds one file of a split.</summary>
    /// <param name="split">A split's name, or the name of auxiliary data such as <c>pool</c>.</param>
    /// <param name="patterns">File names to look for in a folder, best first; <c>*</c> stands for any characters. A file that the user named for the split wins over all of them.</param>
    /// <returns>The file, or null where the source has none.</returns>
    DatasetFile? Find(string split, IReadOnlyList<string> patterns);

    /// <summary>Gets where the source looks, in words for an error message.</summary>
    string Location { get; }
}
