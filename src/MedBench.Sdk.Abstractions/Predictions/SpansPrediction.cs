namespace MedBench;

/// <summary>Labelled pieces of the sample's text.</summary>
/// <param name="Spans">The pieces.</param>
public sealed record SpansPrediction(IReadOnlyList<TextSpan> Spans) : Prediction;
