namespace MedBench.Benchmarks;

/// <summary>Options of the AgentClinic benchmarks; the defaults are those of <c>agentclinic.py</c>, except that images are given on request.</summary>
public sealed record AgentClinicOptions
{
    /// <summary>Gets how many replies the doctor has, the diagnosis among them.</summary>
    public int TotalInferences { get; init; } = 20;

    /// <summary>Gets the bias of the doctor.</summary>
    public AgentClinicBias DoctorBias { get; init; }

    /// <summary>Gets the bias of the patient.</summary>
    public AgentClinicBias PatientBias { get; init; }

    /// <summary>Gets how the doctor comes by images; of no effect where cases have none.</summary>
    public AgentClinicImages Images { get; init; }

    /// <summary>Gets how tokens of every part are drawn: the published calls of chat models have the temperature 0.05 and at most 200 tokens.</summary>
    public SamplingOptions Sampling { get; init; } = SamplingOptions.Unset with { Temperature = 0.05f, MaxOutputTokens = 200 };

    /// <summary>Gets the published defects that are reproduced, of <see cref="AgentClinicCompat"/>.</summary>
    public IReadOnlyList<string> Compat { get; init; } = [];

    internal AgentClinicOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(TotalInferences, 1);
        if (DoctorBias == AgentClinicBias.SelfDiagnosis || PatientBias is AgentClinicBias.Confirmation or AgentClinicBias.StatusQuo)
        {
            throw new ArgumentException("Only patients diagnose themselves, and only doctors have the biases of confirmation and status quo. Choose another bias.");
        }

        return Compat.Except([AgentClinicCompat.StrictYes, AgentClinicCompat.ImageDiscarded], StringComparer.Ordinal).FirstOrDefault() is { } stranger
            ? throw new ArgumentException($"There is no defect '{stranger}' here. Known are {AgentClinicCompat.StrictYes} and {AgentClinicCompat.ImageDiscarded}.")
            : this;
    }
}
