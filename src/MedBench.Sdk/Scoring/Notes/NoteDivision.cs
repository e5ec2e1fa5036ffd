namespace MedBench;

/// <summary>The divisions of a clinical note in which ACI-BENCH grades it.</summary>
public enum NoteDivision
{
    /// <summary>Complaint, history, review of systems.</summary>
    Subjective,

    /// <summary>Physical examination and vital signs.</summary>
    ObjectiveExam,

    /// <summary>Laboratory and imaging results.</summary>
    ObjectiveResults,

    /// <summary>Assessment and plan.</summary>
    AssessmentAndPlan,
}
