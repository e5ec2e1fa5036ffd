namespace MedBench;

/// <summary>Describes a benchmark: what is measured, on which data, by whose rules, under which licence.</summary>
public sealed record BenchmarkCard
{
    /// <summary>Gets the id: kebab-case, never renamed, for it is a cache key and a report row.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version of loading and scoring; it changes whenever a number may change.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the title as the authors write it.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the paper to cite: authors, title, venue, year, identifier.</summary>
    public required string Citation { get; init; }

    /// <summary>Gets what kind of task it is: one of <see cref="BenchmarkKind"/>, or words of your own.</summary>
    public string Kind { get; init; } = BenchmarkKind.MultipleChoice;

    /// <summary>Gets how far the adapter has been proven against what its authors published.</summary>
    public BenchmarkStatus Status { get; init; }

    /// <summary>Gets the licence of the data, as an SPDX id where one exists.</summary>
    public required string License { get; init; }

    /// <summary>Gets who may obtain the data.</summary>
    public AccessTier AccessTier { get; init; } = AccessTier.Open;

    /// <summary>Gets the languages of the samples as BCP 47 tags.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>Gets what a sample is made of, for instance <c>text</c> or <c>text, image</c>.</summary>
    public string Modality { get; init; } = "text";

    /// <summary>Gets the splits, the evaluated one first.</summary>
    public required IReadOnlyList<SplitInfo> Splits { get; init; }

    /// <summary>Gets where the files may be fetched from; empty where a user has to bring them.</summary>
    public IReadOnlyList<DataDownload> Downloads { get; init; } = [];

    /// <summary>Gets the page of the terms that a user accepts before the data is fetched; null where there are none beyond the licence.</summary>
    public Uri? Terms { get; init; }

    /// <summary>Gets the headline metric by its usual name, for instance <c>accuracy</c>.</summary>
    public required string PrimaryMetric { get; init; }

    /// <summary>Gets the source fields that may reach a prompt; a test plants a canary in every other field.</summary>
    public required IReadOnlyList<string> PromptFields { get; init; }

    /// <summary>Gets the published accuracy of always giving the most frequent answer, from 0 to 1; null where none is known.</summary>
    /// <remarks>A run computes its own baseline from the samples that it evaluates.</remarks>
    public double? MajorityBaseline { get; init; }

    /// <summary>Gets the roles that the samples' environments cannot do without, for instance <see cref="ModelRole.Patient"/>; a plan in which nobody plays one is refused before any call.</summary>
    public IReadOnlyList<string> RequiredRoles { get; init; } = [];

    /// <summary>Gets the roles that the benchmark itself fills where a plan names nobody (<see cref="IBenchmark.CreateRolesAsync"/>), for instance <see cref="ModelRole.Records"/>.</summary>
    public IReadOnlyList<string> SuppliedRoles { get; init; } = [];

    /// <summary>Gets what a user should know before comparing numbers: defects, variants, conventions.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Gets the split that a run evaluates unless it names another.</summary>
    public SplitInfo EvaluationSplit => Splits[0];
}
