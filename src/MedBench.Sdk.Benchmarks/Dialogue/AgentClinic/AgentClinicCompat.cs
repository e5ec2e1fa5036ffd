namespace MedBench.Benchmarks;

/// <summary>The defects of AgentClinic's published code (SamuelSchmidgall/AgentClinic at b6570ed, <c>agentclinic.py</c>), each by the name under which it is reproduced; without it the correct rule applies.</summary>
public static class AgentClinicCompat
{
    /// <summary>A verdict counts only where the moderator's whole reply is <c>yes</c> in lower case: <c>Yes.</c> is wrong, and so is any other reply (<c>main</c>). Correct: the word yes or no; without either the sample has no verdict.</summary>
    public const string StrictYes = "agentclinic-strict-yes";

    /// <summary>The reply to an image is overwritten by the reply to the same prompt without it, and the extended set never has images (<c>query_model</c>, <c>main</c>): no image ever counts. Correct: the doctor sees it.</summary>
    public const string ImageDiscarded = "agentclinic-image-discarded";
}
