namespace MedBench.Benchmarks;

/// <summary>The MIMIC-IV-ED benchmark's third task (Xie et al. 2022): will a patient who is sent home come back within 72 hours?</summary>
/// <remarks>The paper predicts it when the patient leaves, with later measurements too; what is shown here is the record at triage.</remarks>
public sealed class EdTriageRevisit() : EdTriageTask(
    "ed-triage-revisit", "MIMIC-IV-ED benchmark: revisit within 72 hours", "The patient is sent home after this visit. Will the patient come back to the emergency department within 72 hours?", "outcome_ed_revisit_3d", "revisit", test: 46_476, train: 185_985, excludesAdmitted: true);
