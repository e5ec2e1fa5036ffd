namespace MedBench.Documentation;

/// <summary>A field of the BenchmarkCards template: its section and name in JSON, its title in Markdown, and whether the schema requires it.</summary>
internal sealed record CardField(string Section, string Name, string Title, bool IsRequired = true)
{
    private const string Details = "benchmark_details";
    private const string Purpose = "purpose_and_intended_users";
    private const string Data = "data";
    private const string Methodology = "methodology";
    private const string Risks = "targeted_risks";
    private const string Ethics = "ethical_and_legal_considerations";

    public static IReadOnlyDictionary<string, string> Sections { get; } = new OrderedDictionary<string, string>
    {
        [Details] = "Benchmark Details",
        [Purpose] = "Purpose and Intended Users",
        [Data] = "Data",
        [Methodology] = "Methodology",
        [Risks] = "Targeted Risks",
        [Ethics] = "Ethical and Legal Considerations",
    };

    /// <summary>Gets the fields in the template's order; required are those of the authors' model (SokolAnn/BenchmarkCards, platform/src/models.py).</summary>
    public static IReadOnlyList<CardField> All { get; } =
    [
        new(Details, "name", "Name"), new(Details, "overview", "Overview"), new(Details, "data_type", "Data Type"), new(Details, "domains", "Domains", false),
        new(Details, "languages", "Languages", false), new(Details, "similar_benchmarks", "Similar Benchmarks", false), new(Details, "resources", "Resources", false),
        new(Purpose, "goal", "Goal"), new(Purpose, "audience", "Audience"), new(Purpose, "tasks", "Tasks"), new(Purpose, "limitations", "Limitations", false), new(Purpose, "out_of_scope_uses", "Out-of-Scope Uses", false),
        new(Data, "source", "Source"), new(Data, "size", "Size"), new(Data, "format", "Format"), new(Data, "annotation", "Annotation"),
        new(Methodology, "methods", "Methods"), new(Methodology, "metrics", "Metrics"), new(Methodology, "calculation", "Calculation"), new(Methodology, "interpretation", "Interpretation"),
        new(Methodology, "baseline_results", "Baseline Results", false), new(Methodology, "validation", "Validation"),
        new(Risks, "risk_categories", "Risk Categories"), new(Risks, "atlas_risks", "Risk Atlas", false), new(Risks, "demographic_analysis", "Demographic Analysis", false), new(Risks, "harm", "Harm", false),
        new(Ethics, "privacy_and_anonymity", "Privacy and Anonymity"), new(Ethics, "data_licensing", "Data Licensing"), new(Ethics, "consent_procedures", "Consent Procedures"), new(Ethics, "compliance_with_regulations", "Compliance with Regulations"),
    ];
}
