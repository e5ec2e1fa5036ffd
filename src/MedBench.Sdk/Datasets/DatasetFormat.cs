namespace MedBench;

/// <summary>How the records of a dataset file are written down.</summary>
public enum DatasetFormat
{
    /// <summary>Told by the file's name: .jsonl, .ndjson, .json, .csv, .tsv, .parquet; a .json file may also hold JSON lines.</summary>
    Auto,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>One JSON array of objects, or one JSON object whose properties are the records, keyed by id.</summary>
    Json,

    /// <summary>Comma-separated values by RFC 4180.</summary>
    Csv,

    /// <summary>Apache Parquet, with lists and structs as the Hugging Face conversions have them.</summary>
    Parquet,

    /// <summary>Values separated by tabs, quoted as <see cref="Csv"/> is.</summary>
    Tsv,
}
