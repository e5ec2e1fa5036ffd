using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>CUPCase (Perets et al. 2025): the diagnosis of an uncommon case in one sentence, compared with the true one by BERTScore.</summary>
/// <remarks>The published numbers need the vectors of microsoft/deberta-xlarge-mnli: give an <see cref="ITokenEmbedder"/> that returns them. Without one the words that both have in common are counted.</remarks>
public sealed class CupCase : IBenchmark
{
    /// <summary>Initializes the benchmark without vectors, scored by token F1, whose numbers compare with no published one.</summary>
    public CupCase()
        : this(null)
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="embedder">Gives each token its vector; null leaves BERTScore out.</param>
    public CupCase(ITokenEmbedder? embedder)
    {
        Scorers = embedder is null ? [new TokenF1Scorer()] : [new BertScoreScorer(embedder), new TokenF1Scorer()];
        Card = new BenchmarkCard
        {
            Id = "cupcase",
            Version = "1",
            Title = "CUPCase",
            Citation = CupCaseRow.Citation,
            Kind = BenchmarkKind.Diagnosis,
            Status = BenchmarkStatus.Schema,
            License = CupCaseRow.License,
            Splits = CupCaseRow.Splits,
            PrimaryMetric = Scorers[0].Info.Metric,
            PromptFields = CupCaseRow.Fields,
            Remarks =
            [
                .. CupCaseRow.Remarks,
                "BERTScore F1 is that of microsoft/deberta-xlarge-mnli, without idf and without rescaling, at the layer that the package bert_score has for this model. No vectors come with this package: give CupCase an ITokenEmbedder. Without one the headline is token F1.",
            ],
        };
    }

    /// <inheritdoc />
    public BenchmarkCard Card { get; }

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = new TextStrategy(new TextPrompting
    {
        Id = "cupcase",
        Version = "1",
        Description = "Asks for the final diagnosis in one sentence (CUPCase, gpt_free_text_eval.py).",
        Compose = static input => TextPrompting.Ask(
            input,
            "Predict the diagnosis of this case presentation of a patient. Return the final diagnosis in one concise sentence without any further elaboration.\n"
            + $"For example: <diagnosis name here>\nCase presentation: {input.Stem}\nDiagnosis:"),
        Read = static (input, reply) => WholeReply.Read(input, reply.Trim()),
        Sampling = SamplingOptions.Unset with { Temperature = 0 },
    });

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in SplitFile.ReadAsync(Card, split, source, cancellationToken).ConfigureAwait(false))
        {
            var found = CupCaseRow.Read(row, split);
            yield return new Sample { Input = new SampleInput { Id = found.Id, Stem = found.Case }, Target = new TextTarget([found.Diagnosis]), Tags = found.Tags };
        }
    }
}
