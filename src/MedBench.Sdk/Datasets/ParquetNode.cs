using Parquet.Schema;

namespace MedBench;

/// <summary>Puts the values of nested columns together again, by the record assembly of Dremel (Melnik et al., VLDB 2010).</summary>
internal abstract class ParquetNode
{
    /// <summary>The column whose levels speak for the whole subtree.</summary>
    protected abstract ParquetColumn First { get; }

    /// <summary>Reads the subtree's next value, and moves all of its columns on by it.</summary>
    public abstract object? Read();

    public static ParquetNode Create(Field field, IReadOnlyDictionary<string, ParquetColumn> columns) => field switch
    {
        ListField list => new ListNode(list, Create(list.Item, columns)),
        StructField record => new RecordNode(record, [.. record.Fields.Select(child => (child.Name, Create(child, columns)))]),
        DataField { IsArray: true } array => new ListNode(array, new LeafNode(columns[array.Path.ToString()])),
        DataField leaf => new LeafNode(columns[leaf.Path.ToString()]),
        _ => throw new NotSupportedException($"A field of the kind {field.SchemaType} is not read."),
    };

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
            while (First.Repetition >= repetitionLevel);
            return list;
        }
    }
}
