using static MedBench.Tests.Scoring.Extraction.LabelledReply;

namespace MedBench.Tests.Scoring.Extraction;

/// <summary>Replies that inflect the words of an option, point at it by the evidence, or complete the stem of the question with it.</summary>
internal static class ParaphraseReplies
{
    private static readonly ChoiceOption[] Changes = Lettered("Decreased residual volume", "Increased vital capacity", "Measurement of serum ferritin", "Increased lung compliance");

    private static readonly ChoiceOption[] Steps = Lettered("Surgical resection", "Administration of intravenous fluids", "Discontinuation of lisinopril", "Observation");

    internal static LabelledReply[] All { get; } =
    [
        new("A", "The most likely change is a decrease in residual volume.", Changes), new("A", "The most likely change is a decrease in the residual volume.", Changes), new("B", "Therefore, the patient would show an increase in vital capacity.", Changes), new("D", "The answer is increasing lung compliance.", Changes), new("C", "The next best step is to measure serum ferritin.", Changes), new("C", "The most appropriate next step is measuring serum ferritin.", Changes), new("B", "The best next step is to administer intravenous fluids.", Steps), new("C", "The most appropriate next step is to discontinue lisinopril.", Steps),
        new(Unparsed, "The most likely change is a decrease in vital capacity.", Changes), new(Unparsed, "The most likely change is a decrease in lung compliance.", Changes), new(Unparsed, "The next best step is to measure serum iron.", Changes), new(Unparsed, "The most appropriate next step is not to discontinue lisinopril.", Steps), new(Unparsed, "The most appropriate next step is to continue lisinopril.", Steps),
        new("C", "The patient is young and has recurrent clots. These findings are consistent with deficiency in protein C. Testing should be done after the acute phase."), new("C", "The patient is young. The findings suggest a deficiency in protein C. A test follows."), new("C", "The history supports a diagnosis of deficiency in protein C. It runs in families."),
        new("C", "The next step in diagnosis is to measure serum ferritin, as iron is low. A test of the marrow may follow.", Changes), new("B", "The patient is dry. The treatment of such a state is administration of intravenous fluids. It works at once.", Steps), new("A", "The woman likely has a decreased residual volume. This is because of her age.", Changes), new(Unparsed, "The patient is dry. Another treatment is observation. It works at once.", Steps), new(Unparsed, "The treatment of choice in children is observation, but he is an adult, and the treatment of adults is surgical resection. It works.", Steps),
        new(Unparsed, "The findings suggest deficiency in protein C or factor V Leiden mutation."), new(Unparsed, "The findings do not suggest deficiency in protein C."), new(Unparsed, "This could suggest deficiency in protein C."), new(Unparsed, "The clot suggests deficiency in protein C. However, the normal level suggests factor V Leiden mutation."), new(Unparsed, "These findings are less consistent with deficiency in protein C. A test follows."),
        new("B", "Patients with a clot need treatment at once. A drug that acts at once in such a patient is heparin.", QuestionOptions.Ten), new("B", "The drug that acts at once is called B). The drug that acts at once is called B).", QuestionOptions.Ten), new(Unparsed, "Patients with a clot need treatment. Some receive heparin.", QuestionOptions.Ten), new(Unparsed, "Patients with a clot need treatment. They would not receive heparin.", QuestionOptions.Ten), new(Unparsed, "Patients with a clot need treatment. They may receive heparin.", QuestionOptions.Ten), new(Unparsed, "Heparin is a drug. It is given as an infusion.", QuestionOptions.Ten),
        new("B", "A patient with a clot has to receive at least B).", QuestionOptions.Ten), new("B", "Heparin must be given for each such clot in order to see if it resolves", QuestionOptions.Ten), new(Unparsed, "Heparin is given if each such clot persists", QuestionOptions.Ten), new(Unparsed, "A patient with a clot should least of all receive heparin.", QuestionOptions.Ten),
        new("B", "Bleeding can result from:\n\nB) Heparin.\n\nIt inhibits thrombin through antithrombin.", QuestionOptions.Ten), new("D", "Exposure may cause:\n\nD) None of the above\n\nThe wound heals by itself.", QuestionOptions.WithNone), new(Unparsed, "Drugs that are unsuitable:\n\nB) Heparin.\n\nIt inhibits thrombin.", QuestionOptions.Ten), new(Unparsed, "First option:\n\nA) Aspirin", QuestionOptions.Ten), new(Unparsed, "The options can be grouped as follows:\n\nA) Aspirin: antiplatelet.", QuestionOptions.Ten),
        new("C", "This matches option C."), new("C", "The level is halved, which corresponds to option C."), new(Unparsed, "This does not match option C."),
        new("C", "Therefore, deficiency in protein C is the correct answer to the question \"Which disorder is inherited?\""), new("C", "C is the answer to \"Which disorder is inherited?\", as said above."), new(Unparsed, "\"Is it C?\""), new(Unparsed, "Is deficiency in protein C the correct answer?"),
    ];

    private static ChoiceOption[] Lettered(params string[] texts) => [.. texts.Select((text, index) => new ChoiceOption(((char)('A' + index)).ToString(), text))];
}
