using Parquet.Schema;

namespace MedBench;

/// <summary>Puts the values of nested columns together again, by the record assembly of Dremel (Melnik et al., VLDB 2010).</summary>
internal abstract class ParquetNode
{
    /// <summary>The column whose levels speak for the whole subtree.</summary>
    protected abstract ParquetColumn First { get; }

    /// <summary>Reads the subtree's next value, and moves all of its columns on by it.</summary>
    public abstract object? Read();

    /// <summary>Creates the tree of a field; null where a column of it was not read.</summary>
    public static ParquetNode? TryCreate(Field field, IReadOnlyDictionary<string, ParquetColumn> columns)
    {
        switch (field)
        {
            case ListField list:
                return TryCreate(list.Item, columns) is { } item ? new ListNode(list, item) : null;
            case StructField record:
                var children = record.Fields.Select(child => (child.Name, Node: TryCreate(child, columns)!)).Where(child => child.Node is not null).ToArray();
                return children.Length > 0 ? new RecordNode(record, children) : null;
            case DataField leaf when columns.TryGetValue(leaf.Path.ToString(), out var column):
                return leaf.IsArray ? new ListNode(leaf, new LeafNode(column)) : new LeafNode(column);
            default:
                return null;
        }
    }

    private sealed class LeafNode(ParquetColumn column) : ParquetNode
    {
        protected override ParquetColumn First => column;

        public override object? Read() => column.Next();
    }

    private sealed class RecordNode(StructField field, (string Name, ParquetNode Node)[] children) : ParquetNode
    {
        protected override ParquetColumn First => children[0].Node.First;

        public override object? Read()
        {
            var isNull = First.Definition < field.MaxDefinitionLevel;
            var fields = new FieldList(children.Length);
            foreach (var (name, node) in children)
            {
                fields.TryAdd(name, node.Read());
            }

            return isNull ? null : fields;
        }
    }

    private sealed class ListNode(Field field, ParquetNode item) : ParquetNode
    {
        // A list's own level counts its elements as present; one below it the list is there and empty, further below it is null.
        private readonly int presentLevel = field.MaxDefinitionLevel;
        private readonly int repetitionLevel = field.MaxRepetitionLevel;

        protected override ParquetColumn First => item.First;

        public override object? Read()
        {
            if (First.Definition < presentLevel)
            {
                var isEmpty = First.Definition == presentLevel - 1;
                item.Read();
                return isEmpty ? new List<object?>() : null;
            }

            var list = new List<object?>();
            do
            {
                list.Add(item.Read());
            }
            while (First.HasMore && First.Repetition >= repetitionLevel);
            return list;
        }
    }
}
