using System.Security.Cryptography;
using System.Text;
using MedBench.Running;

namespace MedBench;

/// <summary>Writes the calls of a journal without what differs from run to run: sorted by sample, without durations.</summary>
internal static class BundledCalls
{
    /// <param name="journal">The journal's path.</param>
    /// <param name="keepsRequest">Whether the requests of a scope are kept as they are, or as hashes.</param>
    /// <param name="stream">Where the lines are written.</param>
    /// <returns>The roles with models that scored continuations, each as <c>role/model</c>.</returns>
    public static IReadOnlyCollection<string> Write(string journal, Func<string, bool> keepsRequest, Stream stream)
    {
        var scoring = new SortedSet<string>(StringComparer.Ordinal);
        using var records = new RecordReader(journal);
        foreach (var (_, place) in Find(journal).OrderBy(call => call.Value.Scope, StringComparer.Ordinal).ThenBy(call => call.Key.Value))
        {
            var line = records.Read(place.Line);
            JournalCall.TryRead(line, out var call);
            if (line[call.Response.Offset] == (byte)'[')
            {
                scoring.Add($"{call.Role}/{call.Model}");
            }

            stream.Write(JournalFormat.Line("call", (line, call, keepsRequest(call.Scope)), static (json, state) =>
            {
                var (line, call, keeps) = state;
                var request = line.AsSpan((int)call.Request.Offset, call.Request.Length);
                json.WriteString("k"u8, call.Key.ToString());
                json.WriteString("scope"u8, call.Scope);
                json.WriteString("role"u8, call.Role);
                json.WriteString("model"u8, call.Model);
                json.WriteNumber("ms"u8, 0);
                CallRecord.WriteTokens(json, call.VectorTokens);
                json.WritePropertyName("request"u8);
                json.WriteRawValue(keeps ? request : Encoding.ASCII.GetBytes(HashedRequest.Write(Convert.ToHexStringLower(SHA256.HashData(request)))), skipInputValidation: true);
                json.WritePropertyName("response"u8);
                json.WriteRawValue(line.AsSpan((int)call.Response.Offset, call.Response.Length), skipInputValidation: true);
            }));
        }

        return scoring;
    }

    private static Dictionary<CallKey, (string Scope, JournalEntry Line)> Find(string journal)
    {
        var calls = new Dictionary<CallKey, (string, JournalEntry)>();
        using var stream = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var (start, last) = (0L, "");
        for (var lines = new JournalLines(stream); lines.MoveNext(); start = lines.End)
        {
            if (!JournalFormat.IsIntact(lines.Current))
            {
                throw JournalReader.Damaged(journal, lines.Number);
            }

            if (JournalCall.TryRead(lines.Current, out var call))
            {
                last = call.Scope == last ? last : call.Scope;
                calls[call.Key] = (last, new JournalEntry(start, lines.Current.Length));
            }
        }

        return calls;
    }
}
