using System.Globalization;
using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>Makes samples of IgakuQA's records.</summary>
internal static class IgakuQaQuestion
{
    /// <summary>Prohibited options that had to be read out of a damaged list.</summary>
    public const string RepairedProhibitions = "repaired-prohibitions";

    /// <summary>A number of which the file holds the digits of the boxes only.</summary>
    public const string RepairedNumber = "repaired-number";

    /// <summary>The question whose points the examiners gave to everybody, as the authors' scoring script counts it.</summary>
    private const string GivenToAll = "116A71";

    /// <summary>Reads the six blocks of a year's examination, each with its metadata.</summary>
    public static IAsyncEnumerable<Sample> ReadAsync(BenchmarkCard card, string split, IDatasetSource source, IgakuQaReading reading, CancellationToken cancellationToken)
        => card.Splits.Any(candidate => candidate.Name == split)
            ? ReadAsync(int.Parse(split, CultureInfo.InvariantCulture), source, reading, cancellationToken)
            : throw new DatasetException($"there is no split '{split}'", $"Choose one of {string.Join(", ", card.Splits.Select(candidate => candidate.Name))}", card.Id);

    /// <summary>Reads solved examples.</summary>
    public static async IAsyncEnumerable<Exemplar> ReadExemplarsAsync(DatasetFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in DatasetReader.ReadAsync(file, IgakuQaFiles.Options, cancellationToken).ConfigureAwait(false))
        {
            yield return new Exemplar { Input = MapInput(row), Answer = string.Join(',', row.GetStrings("answer")) };
        }
    }

    private static async IAsyncEnumerable<Sample> ReadAsync(int year, IDatasetSource source, IgakuQaReading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in IgakuQaFiles.Blocks)
        {
            var metadata = await IgakuQaMetadata.ReadAsync(IgakuQaFiles.Find(source, "metadata", IgakuQaFiles.Metadata(year, block)), cancellationToken).ConfigureAwait(false);
            var file = IgakuQaFiles.Find(source, year.ToString(CultureInfo.InvariantCulture), IgakuQaFiles.Questions(year, block));
            await foreach (var row in DatasetReader.ReadAsync(file, IgakuQaFiles.Options, cancellationToken).ConfigureAwait(false))
            {
                var sample = Map(row, year, block, metadata, reading);
                yield return ids.Add(sample.Input.Id) ? sample : throw row.Error("problem_id", $"the id '{sample.Input.Id}' occurs twice", "Download the file again");
            }
        }
    }

    private static Sample Map(DatasetRow row, int year, char block, IReadOnlyDictionary<string, IgakuQaMetadata> metadata, IgakuQaReading reading)
    {
        var input = MapInput(row);
        var about = metadata.GetValueOrDefault(input.Id) ?? throw row.Error("problem_id", $"the metadata say nothing of '{input.Id}'", "Supply the metadata of the same examination");
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["year"] = year.ToString(CultureInfo.InvariantCulture),
            ["block"] = block.ToString(),
            ["part"] = IgakuQaFiles.IsRequired(block) ? "required" : "general",
            ["text-only"] = row.GetBoolean("text_only") ? "yes" : "no",
        };
        if (about.Category is { Length: > 0 } category)
        {
            tags["category"] = category;
        }

        var target = MapTarget(row, input, about, reading);
        var isRepaired = target is TextTarget number && number.References[0] != row.GetStrings("answer")[0];
        return new Sample { Input = input, Target = target, Tags = tags, Defects = [.. about.IsRepaired ? [RepairedProhibitions] : Array.Empty<string>(), .. isRepaired ? [RepairedNumber] : Array.Empty<string>()] };
    }

    public static SampleInput MapInput(DatasetRow row) => new()
    {
        Id = row.GetString("problem_id"),
        Stem = row.GetString("problem_text"),
        Options = [.. row.GetStrings("choices").Select((text, at) => new ChoiceOption(((char)('a' + at)).ToString(), text))],
    };

    private static Target MapTarget(DatasetRow row, SampleInput input, IgakuQaMetadata about, IgakuQaReading reading)
    {
        var answer = row.GetStrings("answer");
        if (answer.Count == 0)
        {
            throw row.Error("answer", "the list is empty", "Supply the right answer");
        }

        if (input.Options.Count == 0)
        {
            return new TextTarget(reading == IgakuQaReading.Published ? [answer[0]] : IgakuQaBoxes.FindForms(input.Stem, answer[0]));
        }

        // 112B30 is written ["a or d"]: one answer, and there are two that count.
        var sets = answer.Count == 1 ? [.. answer[0].Split(" or ").Select(label => new[] { label })] : new[] { answer.ToArray() };
        return sets.SelectMany(set => set).Except(input.Options.Select(option => option.Label), StringComparer.Ordinal).FirstOrDefault() is { } stranger
            ? throw row.Error("answer", $"the answer '{stranger}' is not among the options", "Correct the answer")
            : new ChoiceTarget(sets[0])
            {
                Alternatives = sets[1..],
                Points = row.TryGetId("points", out var points) && double.TryParse(points, NumberStyles.None, CultureInfo.InvariantCulture, out var worth) ? worth : throw row.Error("points", "the points are no whole number", "Correct the value"),
                Prohibited = about.Prohibited,
                IsGivenToAll = input.Id == GivenToAll,
            };
    }
}
