namespace MedBench.Benchmarks;

/// <summary>How a simulated patient answers: the patient systems of MediQ.</summary>
public enum MediQPatientSystem
{
    /// <summary>Returns the atomic facts that answer the question, word for word: the paper's best.</summary>
    FactSelect,

    /// <summary>Answers freely from the whole record, told to add nothing.</summary>
    Instruct,

    /// <summary>Answers freely from the initial information alone.</summary>
    Direct,

    /// <summary>Asks no model: an even chance of the refusal or of any sentence of the record.</summary>
    Random,
}
