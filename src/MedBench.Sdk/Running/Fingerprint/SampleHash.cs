using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Hashes samples as they are evaluated, so that a changed question, option or answer changes the fingerprint whatever file it came from.</summary>
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

    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    private void Add(SampleInput input)
    {
        Add(input.Id);
        Add(input.Stem);
        Add(input.Subject ?? "");
        foreach (var option in input.Options)
        {
            Add(option.Label);
            Add(option.Text);
        }

        foreach (var section in input.Context)
        {
            Add(section.Label ?? "");
            Add(section.Text);
        }

        foreach (var message in input.Conversation)
        {
            Add(message.Role.Value);
            Add(message.Text);
        }

        foreach (var data in input.Media.OfType<DataContent>())
        {
            hash.AppendData(data.Data.Span);
        }
    }

    private void Add(string text)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        hash.AppendData(length);
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static IEnumerable<string> Describe(Target target) => target switch
    {
        ChoiceTarget choice => choice.Labels,
        TextTarget text => text.References,
        NumberTarget number => [FormattableString.Invariant($"{number.Value:R} {number.Lower:R} {number.Upper:R}")],
        LabelsTarget labels => labels.Labels.Order(StringComparer.Ordinal),
        SpansTarget spans => spans.Spans.Select(span => FormattableString.Invariant($"{span.Start}-{span.End} {span.Label}")),
        RankingTarget ranking => ranking.Relevance.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value}")),
        RubricTarget rubric => rubric.Criteria.Select(criterion => FormattableString.Invariant($"{criterion.Points:R} {criterion.Text}")),
        StateTarget state => [state.Expected.GetRawText()],
        MaskTarget mask => [Path.GetFileName(mask.Path)],
        _ => throw new NotSupportedException($"Targets of type {target.GetType().Name} are not known."),
    };
}
