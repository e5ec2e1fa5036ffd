namespace MedBench.Benchmarks;

/// <summary>The MIMIC-IV-ED benchmark's first task (Xie et al. 2022): will the visit end in an admission to hospital?</summary>
public sealed class EdTriageHospitalization() : EdTriageTask(
    "ed-triage-hospitalization", "MIMIC-IV-ED benchmark: hospitalisation at triage", "Will this visit end in an admission to hospital?", "outcome_hospitalization", "hospitalised", test: 88_287, train: 353_150);
