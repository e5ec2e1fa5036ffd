namespace MedBench;

/// <summary>What a field holds.</summary>
internal enum FieldKind
{
    Null,
    Text,
    Number,
    Boolean,
    List,
    Record,
}
