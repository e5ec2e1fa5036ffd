namespace MedBench.Benchmarks;

/// <summary>The MIMIC-IV-ED benchmark's second task (Xie et al. 2022): will the patient die in hospital or need intensive care within 12 hours?</summary>
public sealed class EdTriageCritical() : EdTriageTask(
    "ed-triage-critical", "MIMIC-IV-ED benchmark: critical outcome at triage", "Will the patient die in hospital, or be taken to intensive care within 12 hours?", "outcome_critical", "critical", test: 88_287, train: 353_150);
