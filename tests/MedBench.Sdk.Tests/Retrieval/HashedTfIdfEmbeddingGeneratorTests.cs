using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Retrieval;

public sealed class HashedTfIdfEmbeddingGeneratorTests
{
    private const string Question = "Which nerve runs in the spiral groove of the humerus?";

    [Test]
    public async Task Vectors_are_the_same_on_every_machine()
    {
        using var generator = new HashedTfIdfEmbeddingGenerator();

        var vector = (await generator.GenerateAsync([Question]))[0].Vector;

        Assert.That(Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(vector.Span))), Is.EqualTo("dbf45429968190a70001cd5d0b5e4db66aa765d4b431cfd3d50efc991cd59fd4"));
    }

    [Test]
    public async Task Related_questions_are_nearer_than_unrelated_ones()
    {
        using var generator = new HashedTfIdfEmbeddingGenerator();
        var vectors = await generator.GenerateAsync(
            [Question, "A fracture of the shaft of the humerus injures a nerve in the groove.", "Which drug lowers serum potassium?", "the of which"]);
        var index = VectorIndex.Build([.. vectors.Select(vector => vector.Vector)]);

        var hits = index.Search(vectors[0].Vector.Span, 4);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hits[0].Index, Is.Zero);
            Assert.That(hits[0].Score, Is.EqualTo(1).Within(1e-6));
            Assert.That(hits[1].Index, Is.EqualTo(1));
            Assert.That(vectors[3].Vector.Span.IndexOfAnyExcept(0f), Is.EqualTo(-1), "a text without content words is the zero vector");
            Assert.That(vectors.Usage!.InputTokenCount, Is.EqualTo(32));
        }
    }

    [Test]
    public async Task A_fitted_generator_discounts_what_the_corpus_repeats_and_says_which_corpus_it_was()
    {
        using var neutral = new HashedTfIdfEmbeddingGenerator(256);
        using var fitted = HashedTfIdfEmbeddingGenerator.Fit(["hypertension alpha", "hypertension beta", "hypertension gamma"], 256);

        async Task<float> Likeness(HashedTfIdfEmbeddingGenerator generator)
        {
            var pair = await generator.GenerateAsync(["hypertension alpha", "hypertension beta"]);
            return VectorIndex.Build([pair[0].Vector]).Search(pair[1].Vector.Span, 1)[0].Score;
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Likeness(fitted), Is.LessThan(await Likeness(neutral)));
            Assert.That(ModelId(neutral), Is.EqualTo("medbench-lexical-256"));
            Assert.That(ModelId(fitted), Does.StartWith("medbench-lexical-256-fit-"));
        }
    }

    [Test]
    public async Task The_wanted_dimension_is_honoured()
    {
        using var generator = new HashedTfIdfEmbeddingGenerator();

        var embedding = (await generator.GenerateAsync([Question], new EmbeddingGenerationOptions { Dimensions = 64 }))[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(embedding.Vector.Length, Is.EqualTo(64));
            Assert.That(embedding.ModelId, Is.EqualTo("medbench-lexical-64"));
        }
    }

    private static string? ModelId(HashedTfIdfEmbeddingGenerator generator) => generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId;
}
