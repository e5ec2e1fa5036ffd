namespace MedBench.Testing;

/// <summary>The questions that specifications use where an implementer gives none.</summary>
internal static class SpecificationQuestions
{
    public static SampleInput CreateInput() => Create(
        "specification-1", "A sailor has bleeding gums and poor wound healing. Which vitamin does he lack?", "Vitamin A", "Vitamin C", "Vitamin D", "Vitamin K");

    public static SampleInput CreateOtherInput() => Create(
        "specification-2", "Which nerve supplies the diaphragm?", "Vagus nerve", "Accessory nerve", "Phrenic nerve", "Hypoglossal nerve");

    public static IReadOnlyList<Exemplar> CreateExemplars() =>
    [
        CreateExemplar("example-1", "Which gas is carried by haemoglobin?", "B", "Helium", "Oxygen", "Argon", "Neon"),
        CreateExemplar("example-2", "Which organ makes insulin?", "A", "Pancreas", "Spleen", "Thymus", "Bladder"),
        CreateExemplar("example-3", "Which bone is in the thigh?", "C", "Tibia", "Ulna", "Femur", "Radius"),
        CreateExemplar("example-4", "Which vessel leaves the left ventricle?", "D", "Vena cava", "Portal vein", "Azygos vein", "Aorta"),
        CreateExemplar("example-5", "Which cells fight bacteria first?", "A", "Neutrophils", "Osteoblasts", "Melanocytes", "Keratinocytes"),
        CreateExemplar("example-6", "Which sense uses the cochlea?", "B", "Sight", "Hearing", "Smell", "Taste"),
    ];

    private static SampleInput Create(string id, string stem, params IReadOnlyList<string> options)
        => new() { Id = id, Stem = stem, Options = [.. options.Select((text, i) => new ChoiceOption($"{(char)('A' + i)}", text))] };

    private static Exemplar CreateExemplar(string id, string stem, string answer, params IReadOnlyList<string> options)
        => new() { Input = Create(id, stem, options), Answer = answer, Rationale = "It is taught in the first year." };
}
