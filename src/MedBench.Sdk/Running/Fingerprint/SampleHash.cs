using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Hashes samples as they are evaluated, so that a changed question, image, file, hidden case or answer changes the fingerprint whatever it came from.</summary>
internal sealed class SampleHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(Sample sample)
    {
        Add(sample.Input);
        Add(sample.ClusterId ?? "");
        foreach (var part in Describe(sample.Target))
        {
            Add(part);
        }
    }

    public void Add(Exemplar exemplar)
    {
        Add(exemplar.Input);
        Add(exemplar.Answer);
        Add(exemplar.Rationale ?? "");
    }

    public void Add(Document document)
    {
        Add(document.Id);
        Add(document.Title is null ? 0 : 1);
        Add(document.Title ?? "");
        Add(document.Text);
    }

    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    private void Add(SampleInput input)
    {
        Add(input.Id);
        Add(input.Stem);
        Add(input.Subject ?? "");
        Add(input.Options.Count);
        foreach (var option in input.Options)
        {
            Add(option.Label);
            Add(option.Text);
        }

        Add(input.Context.Count);
        foreach (var section in input.Context)
        {
            Add(section.Label ?? "");
            Add(section.Text);
        }

        Add(input.Conversation.Count);
        foreach (var message in input.Conversation)
        {
            Add(message.Role.Value);
            Add(message.Contents);
        }

        Add(input.Media);
        Add(input.Attachments.Count);
        foreach (var path in input.Attachments)
        {
            Add(Path.GetFileName(path));
            Add(FileHash.Compute(path));
        }

        // Questions that name no language keep the hash that they had before one could be named.
        if (input.Language is { } language)
        {
            Add($"language {language}");
        }

        foreach (var part in input.Environment is { } environment ? Describe(environment) : [])
        {
            Add(part);
        }
    }

    private void Add(IEnumerable<AIContent> contents)
    {
        var json = JournalFormat.Json(contents, static (json, contents) => ContentJson.Write(json, contents));
        Add(json.Length);
        hash.AppendData(json);
    }

    private void Add(string text)
    {
        Add(text.Length);
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private void Add(int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static IEnumerable<string> Describe(IEnvironment environment)
        => environment.Tools.Select(tool => tool is AIFunctionDeclaration function ? $"{tool.Name}\n{tool.Description}\n{function.JsonSchema.GetRawText()}" : tool.Name).Prepend(environment.Fingerprint);

    private static IEnumerable<string> Describe(Target target) => target switch
    {
        ChoiceTarget choice => [.. choice.Labels, .. DescribeMarking(choice), .. DescribeFurther(choice)],
        TextTarget text => text.References,
        NumberTarget number => [FormattableString.Invariant($"{number.Value:R} {number.Lower:R} {number.Upper:R}")],
        LabelsTarget labels => labels.Labels.Order(StringComparer.Ordinal),
        SpansTarget spans => spans.Spans.Select(span => FormattableString.Invariant($"{span.Start}-{span.End} {span.Label}")),
        RankingTarget ranking => ranking.Relevance.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value}")),
        RubricTarget rubric => [.. rubric.Criteria.Select(criterion => FormattableString.Invariant($"{criterion.Points:R} {criterion.Text}")), .. rubric.References.Select(reference => $"reference {reference}")],
        StateTarget state => [state.Expected.GetRawText()],
        MaskTarget mask => [FileHash.Compute(mask.Path)],
        AbstentionTarget => ["abstention"],
        _ => throw new NotSupportedException($"Targets of type {target.GetType().Name} are not known."),
    };

    // Plain questions keep the hash that they had before marking could be stated.
    private static IEnumerable<string> DescribeMarking(ChoiceTarget choice) => choice is { Points: 1, Essential.Count: 0, Prohibited.Count: 0 } ? [] :
    [
        FormattableString.Invariant($"points {choice.Points:R}"),
        FormattableString.Invariant($"essential {choice.Essential.Count}"),
        .. choice.Essential,
        FormattableString.Invariant($"prohibited {choice.Prohibited.Count}"),
        .. choice.Prohibited,
    ];

    private static IEnumerable<string> DescribeFurther(ChoiceTarget choice) => choice is { Alternatives.Count: 0, IsGivenToAll: false } ? [] :
    [
        choice.IsGivenToAll ? "given to all" : "given to who is right",
        .. choice.Alternatives.SelectMany(set => set.Prepend(FormattableString.Invariant($"alternative {set.Count}"))),
    ];
}
