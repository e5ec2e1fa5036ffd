using System.Globalization;

namespace MedBench.Benchmarks;

/// <summary>The prompts of AgentClinic, word for word, slips included (SamuelSchmidgall/AgentClinic at b6570ed, <c>agentclinic.py</c>).</summary>
internal static class AgentClinicPrompts
{
    public const string DiagnosisReady = "DIAGNOSIS READY";

    public const string RequestTest = "REQUEST TEST";

    public const string RequestImages = "REQUEST IMAGES";

    public const string FinalNotice = "This is the final question. Please provide a diagnosis.\n";

    public const string ModeratorSystem = "You are responsible for determining if the corrent diagnosis and the doctor diagnosis are the same disease. Please respond only with Yes or No. Nothing else.";

    private const string MayRequestImages = "You may also request medical images related to the disease to be returned with \"REQUEST IMAGES\".";

    private const string PatientRole = "You are a patient in a clinic who only responds in the form of dialogue. You are being inspected by a doctor who will ask you questions and will perform exams on you in order to understand your disease. Your answer will only be 1-3 sentences in length.";

    private const string AffectsDoctor = "This affects how you interact with the patient.\n";

    private const string AffectsPatient = "This affects how you interact with the doctor.\n";

    public static string DoctorSystem(string objective, int asked, AgentClinicOptions options, bool mayRequestImages)
        => string.Create(CultureInfo.InvariantCulture, $"You are a doctor named Dr. Agent who only responds in the form of dialogue. You are inspecting a patient who you will ask questions in order to understand their disease. You are only allowed to ask {options.TotalInferences} questions total before you must make a decision. You have asked {asked} questions so far. You can request test results using the format \"REQUEST TEST: [test]\". For example, \"REQUEST TEST: Chest_X-Ray\". Your dialogue will only be 1-3 sentences in length. Once you have decided to make a diagnosis please type \"DIAGNOSIS READY: [diagnosis here]\"")
            + (mayRequestImages ? MayRequestImages : "") + DoctorBias(options.DoctorBias)
            + $"\n\nBelow is all of the information you have. {objective}. \n\n Remember, you must discover their disease by asking them questions. You are also able to provide exams.";

    public static string Doctor(string history, string latest)
        => $"\nHere is a history of your dialogue: {history}\n Here was the patient response: {latest}Now please continue your dialogue\nDoctor: ";

    public static string PatientSystem(string record, AgentClinicBias bias)
        => PatientRole + PatientBias(bias)
            + $"\n\nBelow is all of your information. {record}. \n\n Remember, you must not reveal your disease explicitly but may only convey the symptoms you have in the form of dialogue if you are asked.";

    public static string Patient(string history, string latest)
        => $"\nHere is a history of your dialogue: {history}\n Here was the doctor response: {latest}Now please continue your dialogue\nPatient: ";

    public static string ExaminerSystem(string findings)
        => $"You are an measurement reader who responds with medical test results. Please respond in the format \"RESULTS: [results here]\"\n\nBelow is all of the information you have. {findings}. \n\n If the requested results are not in your data then you can respond with NORMAL READINGS.";

    public static string Examiner(string history, string request)
        => $"\nHere is a history of the dialogue: {history}\n Here was the doctor measurement request: {request}";

    public static string Moderator(string diagnosis, string dialogue)
        => $"\nHere is the correct diagnosis: {diagnosis}\n Here was the doctor dialogue: {dialogue}\nAre these the same?";

    private static string DoctorBias(AgentClinicBias bias) => bias switch
    {
        AgentClinicBias.None => "",
        AgentClinicBias.Recency => "\nRecently, you learned that a doctor with similar symptoms to the patient that diagnosed their patient with cancer. " + AffectsDoctor,
        AgentClinicBias.Frequency => "\nYou recently learned that most frequently, doctors diagnose patients with similar symptoms with cancer based on past cases. " + AffectsDoctor,
        AgentClinicBias.FalseConsensus => "\nMost of your colleagues who heard about the patient's symptoms believe that they have cancer. " + AffectsDoctor,
        AgentClinicBias.StatusQuo => "\nYour hosptial has been diagnosing these patient's symptoms with cancer for the past 10 years. " + AffectsDoctor,
        AgentClinicBias.Confirmation => "\nYou are initially confident that the patient has cancer. " + AffectsDoctor,
        AgentClinicBias.Education => Distrust("patient", "are uneducated"),
        _ => Distrust("patient", Difference(bias)),
    };

    private static string PatientBias(AgentClinicBias bias) => bias switch
    {
        AgentClinicBias.None => "",
        AgentClinicBias.Recency => "\nRecently, you had a friend with similar symptoms to yours that was diagnosed with cancer. " + AffectsPatient,
        AgentClinicBias.Frequency => "\nYou recently learned that most frequently, doctors diagnose this as cancer based on past cases. " + AffectsPatient,
        AgentClinicBias.FalseConsensus => "\nMost of your friends who heard about your symptoms believe that you have cancer. " + AffectsPatient,
        AgentClinicBias.SelfDiagnosis => "\nYou recently performed a thorough investigation of your symptoms online and have come to the conclusion that you should be diagnosed with cancer. While the doctor may believe otherwise you remain convinced you have cancer. " + AffectsPatient,
        AgentClinicBias.Education => Distrust("doctor", "went to a low ranked medical school"),
        _ => Distrust("doctor", Difference(bias)),
    };

    private static string Distrust(string other, string difference)
        => $"\nYou are uncomfortable with your {other} because you find out that they {difference} and you do not trust their judgement. This affects how you interact with them.\n";

    private static string Difference(AgentClinicBias bias) => bias switch
    {
        AgentClinicBias.Gender => "are a particular gender",
        AgentClinicBias.Race => "are a particular race",
        AgentClinicBias.SexualOrientation => "are a particular sexual orientation",
        AgentClinicBias.Cultural => "are from a particular culture",
        AgentClinicBias.Religion => "believe in a particular religion",
        AgentClinicBias.Socioeconomic => "are from a particular socioeconomic background",
        _ => throw new ArgumentOutOfRangeException(nameof(bias), bias, "The bias has no text for this part."),
    };
}
