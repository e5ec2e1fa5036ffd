namespace MedBench;

/// <summary>Finds what a strategy cannot show, so that nothing is answered blind.</summary>
internal static class InputObstacle
{
    public const string Environment = "the question needs a dialogue with its environment";

    private const string Media = "the question shows media and the model takes no images";

    /// <summary>Returns why a single question cannot be asked; null where it can.</summary>
    public static string? FindForQuestion(SampleInput input, IModelAccess models)
        => input.Environment is not null ? Environment : FindForMedia(input, models);

    public static string? FindForMedia(SampleInput input, IModelAccess models)
        => input.Media.Count > 0 && !models.Subject.Info.Capabilities.HasFlag(ModelCapabilities.Images) ? Media : null;

    /// <summary>Creates the prediction of a sample that was not asked.</summary>
    public static Unanswered Describe(string obstacle)
        => new(Outcome.Unsupported) { Notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["unsupported"] = obstacle } };
}
