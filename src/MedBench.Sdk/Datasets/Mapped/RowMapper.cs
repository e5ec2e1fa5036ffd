using System.Globalization;

namespace MedBench;

/// <summary>Reads rows as a <see cref="FieldMap"/> says.</summary>
internal sealed class RowMapper(FieldMap map)
{
    /// <summary>Maps a question with options.</summary>
    public MultipleChoiceQuestion MapQuestion(DatasetRow row)
    {
        Require(row);
        var options = ReadOptions(row);
        return new MultipleChoiceQuestion
        {
            Id = IdOf(row),
            Stem = StemOf(row),
            Options = options,
            Answer = FindAnswer(row, options),
            Context = ReadContext(row),
            Subject = TextOf(row, map.Subject),
            Rationale = TextOf(row, map.Explanation),
            ClusterId = TextOf(row, map.Cluster),
            Tags = map.Tags.Count == 0 ? null : ReadTags(row),
        };
    }

    /// <summary>Maps an open question.</summary>
    /// <param name="row">The record.</param>
    /// <param name="number">The id where the map names none.</param>
    public Sample MapText(DatasetRow row, string number)
    {
        Require(row);
        return new Sample
        {
            Input = new SampleInput { Id = IdOf(row) ?? number, Stem = StemOf(row), Context = ReadContext(row), Subject = TextOf(row, map.Subject) },
            Target = new TextTarget(ReadReferences(row)),
            ClusterId = TextOf(row, map.Cluster),
            Tags = ReadTags(row),
        };
    }

    private void Require(DatasetRow row)
    {
        foreach (var field in map.RequiredFields)
        {
            if (!row.Fields.Contains(field, StringComparer.Ordinal))
            {
                throw row.Error(field, "the map names a field that the record does not have", $"Map one of {string.Join(", ", row.Fields)}");
            }
        }
    }

    private string? IdOf(DatasetRow row) => map.Id is null ? null
        : TextOf(row, map.Id) is { Length: > 0 } id ? id
        : throw row.Error(map.Id, "the record has no id", "Supply it, or leave the id out of the map so that the records are numbered");

    private string StemOf(DatasetRow row) => row.GetString(map.Question) is var stem && string.IsNullOrWhiteSpace(stem)
        ? throw row.Error(map.Question, "the question is empty", "Supply it, or remove the record")
        : stem;

    private IReadOnlyList<ContextSection> ReadContext(DatasetRow row)
        => [.. map.Context.Select(field => (Field: field, Text: TextOf(row, field))).Where(pair => pair.Text is { Length: > 0 }).Select(pair => new ContextSection(pair.Field, pair.Text!))];

    private IReadOnlyList<ChoiceOption> ReadOptions(DatasetRow row)
    {
        var isLabelled = map.Options.All(field => field.Length == 1 && char.IsLetterOrDigit(field[0]));
        var options = map.Options is [var single] ? row.GetOptions(single)
            : map.Options.Select(field => (field, Text: TextOf(row, field))).Where(option => !string.IsNullOrWhiteSpace(option.Text))
                .Select((option, i) => new ChoiceOption(isLabelled ? option.field : $"{(char)('A' + i)}", option.Text!)).ToArray();
        return options.Count < 2 ? throw row.Error(map.Options[0], "the question has fewer than two options", "Supply them, or remove the record") : options;
    }

    private string FindAnswer(DatasetRow row, IReadOnlyList<ChoiceOption> options)
    {
        var answer = row.TryGetId(map.Answer!, out var text) ? text.Trim() : throw row.Error(map.Answer, "the record has no answer", "Supply it, or remove the record");
        if (options.FirstOrDefault(option => string.Equals(option.Label, answer, StringComparison.OrdinalIgnoreCase)) is { } labelled && map.AnswerBase is null)
        {
            return labelled.Label;
        }

        if (map.AnswerBase is { } from && int.TryParse(answer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number >= from && number - from < options.Count ? options[number - from].Label
                : throw row.Error(map.Answer, $"there is no option {number}, counted from {from}", "Correct the answer, or answer-base");
        }

        var same = options.Where(option => option.Text.Trim() == answer).ToArray();
        return same.Length == 1 ? same[0].Label
            : throw row.Error(map.Answer, $"the answer '{answer}' is neither a label nor the text of one option", int.TryParse(answer, CultureInfo.InvariantCulture, out _) ? "Say whether positions are counted from 0 or 1: answer-base=0 or answer-base=1" : "Correct the answer, or map another field");
    }

    private IReadOnlyList<string> ReadReferences(DatasetRow row)
    {
        string[] references = [.. map.References.Where(row.Has).SelectMany(row.GetStrings).Where(text => !string.IsNullOrWhiteSpace(text))];
        return references.Length > 0 ? references : throw row.Error(map.References[0], "the record has no right text", "Supply it, or remove the record");
    }

    private Dictionary<string, string> ReadTags(DatasetRow row)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in map.Tags)
        {
            if (TextOf(row, field) is { Length: > 0 } value)
            {
                tags[field] = value;
            }
        }

        return tags;
    }

    private static string? TextOf(DatasetRow row, string? field) => field is not null && row.TryGetId(field, out var text) ? text : null;
}
