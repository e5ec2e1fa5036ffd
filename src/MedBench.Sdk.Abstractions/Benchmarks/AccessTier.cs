namespace MedBench;

/// <summary>Says who may obtain a benchmark's data.</summary>
public enum AccessTier
{
    /// <summary>Anyone, without an account.</summary>
    Open,

    /// <summary>Anyone who accepts terms.</summary>
    Gated,

    /// <summary>Credentialed users under an agreement; records must not reach a remote model unless the user allows it.</summary>
    Restricted,
}
