namespace MedBench.Statistics;

/// <summary>A confidence interval around an estimate.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Confidence">The nominal coverage, for instance 0.95.</param>
/// <param name="Method">The method by name, for instance <c>Wilson</c>.</param>
public readonly record struct Interval(double Estimate, double Lower, double Upper, double Confidence, string Method);
