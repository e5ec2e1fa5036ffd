using System.Globalization;
using System.Runtime.CompilerServices;
using MedBench.Running;

namespace MedBench;

/// <summary>Base of benchmarks whose records are questions with options: a derived class says how a row becomes a question.</summary>
/// <remarks>
/// It finds the files, streams them, makes ids, and refuses what cannot be scored: an answer outside the options,
/// an id that occurs twice, a file without a question, a pool that is the evaluated file.
/// </remarks>
public abstract class MultipleChoiceBenchmark : IBenchmark
{
    /// <summary>Name under which a source is asked for worked examples, and under which users name a file of them.</summary>
    protected const string Pool = "pool";

    private const string AddPool = "Name a file with pool=FILE";

    /// <inheritdoc />
    public abstract BenchmarkCard Card { get; }

    /// <inheritdoc />
    public virtual IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

    /// <inheritdoc />
    public virtual IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    /// <summary>Gets the names under which worked examples are published, best first; empty where there are none.</summary>
    protected virtual IReadOnlyList<string> PoolFiles => [];

    /// <summary>Gets how files are read.</summary>
    protected virtual DatasetReadOptions ReadOptions => new() { Benchmark = Card.Id };

    /// <inheritdoc />
    public virtual IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReadAsync([Find(split, source)], split, source, CreateSample, cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReadAsync(FindPool(source), Pool, source, CreateExemplar, cancellationToken);
    }

    /// <summary>Looks at a file before its rows are read, and returns how a row becomes a question; a row for which it returns null is left out.</summary>
    /// <param name="file">The file that is going to be read.</param>
    /// <param name="split">The split, or <see cref="Pool"/>.</param>
    /// <param name="source">Where auxiliary files are.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    protected abstract ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken);

    /// <summary>Finds the files of worked examples; none where the set publishes none and the user named none.</summary>
    /// <param name="source">Where the user's files are.</param>
    /// <exception cref="DatasetException">The published one is not there, or it is the evaluated file.</exception>
    protected virtual IReadOnlyList<DatasetFile> FindPool(IDatasetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var found = Named(() => source.Find(Pool, PoolFiles));
        if (found is null && PoolFiles.Count == 0)
        {
            return [];
        }

        var pool = found
            ?? throw new DatasetException($"no worked examples were found in {source.Location}", AddPool, Card.Id);
        var split = Card.EvaluationSplit;
        if (Named(() => source.Find(split.Name, split.Files)) is { } evaluated && HasSameContent(evaluated, pool))
        {
            throw new DatasetException($"the pool is the file of the evaluated split '{split.Name}', so that the examples would give the answers away", AddPool, Card.Id, pool.Name);
        }

        return [pool];
    }

    /// <summary>Makes the id of a question that has none of its own.</summary>
    /// <param name="split">The split, or <see cref="Pool"/>.</param>
    /// <param name="row">The row.</param>
    protected virtual string CreateId(string split, DatasetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return string.Create(CultureInfo.InvariantCulture, $"{split}-{row.Number:D5}");
    }

    private protected static bool HasSameContent(DatasetFile one, DatasetFile other)
    {
        if (one.Name == other.Name || Length(one) == Length(other))
        {
            return DatasetFileHash.Compute("", one).Sha256 == DatasetFileHash.Compute("", other).Sha256;
        }

        return false;

        static long Length(DatasetFile file)
        {
            using var stream = file.OpenRead();
            return stream.Length;
        }
    }

    private static Sample CreateSample(MultipleChoiceQuestion question, string id)
    {
        var sample = new Sample { Input = CreateInput(question, id), Target = question.Answer, ClusterId = question.ClusterId, Defects = question.Defects };
        return question.Tags is { } tags ? sample with { Tags = tags } : sample;
    }

    private static Exemplar CreateExemplar(MultipleChoiceQuestion question, string id)
        => new() { Input = CreateInput(question, id), Answer = string.Join(", ", question.Answer.Labels), Rationale = question.Rationale };

    private static SampleInput CreateInput(MultipleChoiceQuestion question, string id)
        => new() { Id = id, Stem = question.Stem, Options = question.Options, Context = question.Context, Media = question.Media, Subject = question.Subject, Language = question.Language };

    private DatasetFile Find(string split, IDatasetSource source)
    {
        var info = Card.Splits.FirstOrDefault(candidate => candidate.Name == split)
            ?? throw new DatasetException($"there is no split '{split}'", $"Choose one of {string.Join(", ", Card.Splits.Select(candidate => candidate.Name))}", Card.Id);
        return Named(() => source.Find(split, info.Files))
            ?? throw new DatasetException($"no file of the split '{split}' was found in {source.Location}", $"Put {string.Join(" or ", info.Files.Take(3))} there, or name a file with {split}=FILE", Card.Id);
    }

    private T Named<T>(Func<T> find)
    {
        try
        {
            return find();
        }
        catch (DatasetException exception)
        {
            throw exception.For(Card.Id);
        }
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(IReadOnlyList<DatasetFile> files, string split, IDatasetSource source, Func<MultipleChoiceQuestion, string, T> create, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var map = await MapAsync(file, split, source, cancellationToken).ConfigureAwait(false);
            var ids = new HashSet<ulong>();
            var count = 0;
            await foreach (var row in DatasetReader.ReadAsync(file, ReadOptions, cancellationToken).ConfigureAwait(false))
            {
                if (map(row) is not { } question)
                {
                    continue;
                }

                Check(row, question);
                if (question.Id is { } own && !ids.Add(StableKey.Of(own, 0)) && await FindLineAsync(file, map, own, cancellationToken).ConfigureAwait(false) is var first && first < row.Line)
                {
                    throw row.Error(null, $"the id '{own}' is that of line {first} too", "Remove one of the records, or give each its own id");
                }

                count++;
                yield return create(question, question.Id ?? CreateId(split, row));
            }

            if (count == 0)
            {
                throw NoQuestion(file, split);
            }
        }
    }

    /// <summary>Finds the line of the first question with an id, by reading the file again: eight bytes an id are all that is kept.</summary>
    private async Task<long> FindLineAsync(DatasetFile file, Func<DatasetRow, MultipleChoiceQuestion?> map, string id, CancellationToken cancellationToken)
    {
        await foreach (var row in DatasetReader.ReadAsync(file, ReadOptions, cancellationToken).ConfigureAwait(false))
        {
            if (map(row)?.Id == id)
            {
                return row.Line;
            }
        }

        return long.MaxValue;
    }

    private DatasetException NoQuestion(DatasetFile file, string split) => split == Pool
        ? new DatasetException("the file holds no worked example beside the evaluated questions", AddPool, Card.Id, file.Name)
        : new DatasetException($"the file holds no question of '{Card.Id}'", "Name the right file", Card.Id, file.Name);

    private static void Check(DatasetRow row, MultipleChoiceQuestion question)
    {
        if (string.IsNullOrWhiteSpace(question.Stem))
        {
            throw row.Error(null, "the question is empty", "Supply it, or remove the record");
        }

        if (question.Options.Count < 2)
        {
            throw row.Error(null, "the question has fewer than two options", "Supply them, or remove the record");
        }

        for (var i = 1; i < question.Options.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (question.Options[j].Label == question.Options[i].Label)
                {
                    throw row.Error(null, $"two options have the label '{question.Options[i].Label}'", "Correct the options");
                }
            }
        }

        if (question.Answer.Labels.Count == 0)
        {
            throw row.Error(null, "the question has no right answer", "Supply one, or remove the record");
        }

        RequireOptions(row, question, question.Answer.Labels, "answer");
        RequireOptions(row, question, question.Answer.Essential, "essential answer");
        RequireOptions(row, question, question.Answer.Prohibited, "prohibited answer");
    }

    private static void RequireOptions(DatasetRow row, MultipleChoiceQuestion question, IReadOnlyList<string> labels, string what)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            var known = false;
            for (var j = 0; j < question.Options.Count && !known; j++)
            {
                known = question.Options[j].Label == labels[i];
            }

            if (!known)
            {
                throw row.Error(null, $"the {what} '{labels[i]}' is not among the options {string.Join(", ", question.Options.Select(option => option.Label))}", "Correct the answer");
            }
        }
    }
}
