namespace MedBench.Fhir;

/// <summary>A request that the server turns down, with the status and the code of its OperationOutcome.</summary>
internal sealed class FhirRefusal(int status, string code, string diagnostics) : Exception(diagnostics)
{
    public int Status => status;

    public string Code => code;
}
