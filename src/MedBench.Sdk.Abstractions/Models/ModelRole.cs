namespace MedBench;

/// <summary>The usual parts that models play in a run; any other text may name a role of your own.</summary>
public static class ModelRole
{
    /// <summary>The model under evaluation.</summary>
    public const string Subject = "subject";

    /// <summary>Grades answers.</summary>
    public const string Judge = "judge";

    /// <summary>Writes rationales for exemplars.</summary>
    public const string Teacher = "teacher";

    /// <summary>Plays a patient.</summary>
    public const string Patient = "patient";

    /// <summary>Plays the examiner who holds results of tests.</summary>
    public const string Examiner = "examiner";

    /// <summary>Finds passages.</summary>
    public const string Retriever = "retriever";

    /// <summary>Keeps the records that an agent reads and writes, for instance a FHIR server.</summary>
    public const string Records = "records";

    /// <summary>Reads the final answer off a reply.</summary>
    public const string Extractor = "extractor";
}
