namespace MedBench.Tests.Scoring.Extraction;

/// <summary>Option lists that the corpora share.</summary>
internal static class QuestionOptions
{
    internal static ChoiceOption[] Thrombosis { get; } = Lettered(
        "Elevated serum homocysteine", "Thrombin inhibitor deficiency", "Deficiency in protein C", "Antiphospholipid antibodies", "Factor V Leiden mutation");

    internal static ChoiceOption[] YesNoMaybe { get; } = Lettered("yes", "no", "maybe");

    internal static ChoiceOption[] Hepatitis { get; } = Lettered("Hepatitis C", "Hepatitis A", "Hepatitis E", "Hepatitis B");

    internal static ChoiceOption[] Organisms { get; } = Lettered("Staphylococcus aureus", "E. coli", "C. difficile", "Klebsiella pneumoniae", "Proteus mirabilis");

    internal static ChoiceOption[] WithNone { get; } = Lettered("Measles", "Mumps", "Rubella", "None of the above");

    internal static ChoiceOption[] Ten { get; } = Lettered(
        "Aspirin", "Heparin", "Warfarin", "Apixaban", "Dabigatran", "Alteplase", "Clopidogrel", "Ticagrelor", "Fondaparinux", "Observation");

    internal static ChoiceOption[] Numbered { get; } = [new("1", "Renal artery"), new("2", "Splenic artery"), new("3", "Hepatic artery"), new("4", "Gastric artery")];

    internal static ChoiceOption[] Roman { get; } = [new("I", "Oculomotor nerve"), new("II", "Optic nerve"), new("III", "Facial nerve"), new("IV", "Vagus nerve")];

    internal static ChoiceOption[] Doses { get; } = Lettered("5 mg", "10 mg", "25 mg", "50 mg");

    internal static ChoiceOption[] Quantities { get; } = Lettered("2", "4", "8", "16");

    private static ChoiceOption[] Lettered(params string[] texts) => [.. texts.Select((text, index) => new ChoiceOption(((char)('A' + index)).ToString(), text))];
}
