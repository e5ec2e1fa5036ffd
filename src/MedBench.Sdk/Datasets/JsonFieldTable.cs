using System.Text;
using System.Text.Json;

namespace MedBench;

/// <summary>Where the fields of one JSON object lie in the buffer, found in one pass; values are decoded when asked for.</summary>
internal sealed class JsonFieldTable(DatasetLimits limits)
{
    private Entry[] entries = new Entry[16];

    public int Count { get; private set; }

    public ref readonly Entry this[int index] => ref entries[index];

    /// <summary>Reads an object that fills a record.</summary>
    /// <returns>Null, or what is wrong with the record.</returns>
    /// <exception cref="JsonException">The record is not JSON.</exception>
    public string? Parse(ReadOnlySpan<byte> record)
    {
        Count = 0;
        var reader = new Utf8JsonReader(record, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return "the record is not a JSON object";
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Count == limits.MaxFields)
            {
                return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the record has more than {limits.MaxFields} fields");
            }

            if (Count == entries.Length)
            {
                Array.Resize(ref entries, 2 * Count);
            }

            ref var entry = ref entries[Count];
            entry.NameStart = (int)reader.TokenStartIndex + 1;
            entry.NameLength = reader.ValueSpan.Length;
            entry.EscapedName = reader.ValueIsEscaped ? reader.GetString() : null;
            if (FindDuplicate(record) is { } duplicate)
            {
                return $"the field '{duplicate}' occurs twice";
            }

            reader.Read();
            entry.Type = reader.TokenType;
            entry.IsEscaped = reader.ValueIsEscaped;
            entry.Start = (int)reader.TokenStartIndex;
            reader.Skip();
            entry.Length = (int)reader.BytesConsumed - entry.Start;
            Count++;
        }

        reader.Read();
        return null;
    }

    public int Find(ReadOnlySpan<byte> record, string field)
    {
        for (var i = 0; i < Count; i++)
        {
            ref readonly var entry = ref entries[i];
            if (entry.EscapedName is { } escaped ? escaped == field : IsSame(record.Slice(entry.NameStart, entry.NameLength), field))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsSame(ReadOnlySpan<byte> name, string field)
        => name.Length == field.Length ? Ascii.Equals(name, field) : name.Length > field.Length && !Ascii.IsValid(name) && Encoding.UTF8.GetString(name) == field;

    private string? FindDuplicate(ReadOnlySpan<byte> record)
    {
        ref readonly var added = ref entries[Count];
        var name = record.Slice(added.NameStart, added.NameLength);
        for (var i = 0; i < Count; i++)
        {
            ref readonly var entry = ref entries[i];
            var isSame = added.EscapedName is null && entry.EscapedName is null
                ? record.Slice(entry.NameStart, entry.NameLength).SequenceEqual(name)
                : NameOf(record, i) == NameOf(record, Count);
            if (isSame)
            {
                return NameOf(record, i);
            }
        }

        return null;
    }

    public string NameOf(ReadOnlySpan<byte> record, int index)
        => entries[index].EscapedName ?? Encoding.UTF8.GetString(record.Slice(entries[index].NameStart, entries[index].NameLength));

    internal struct Entry
    {
        public int NameStart;
        public int NameLength;
        public int Start;
        public int Length;
        public JsonTokenType Type;
        public bool IsEscaped;
        public string? EscapedName;
    }
}
