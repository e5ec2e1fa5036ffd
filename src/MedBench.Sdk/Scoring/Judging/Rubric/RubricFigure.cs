namespace MedBench.Metrics;

/// <summary>One number of HealthBench's table.</summary>
/// <param name="Name">The tag, or <c>overall_score</c>.</param>
/// <param name="Mean">The mean over the samples that have it, cut to [0, 1].</param>
/// <param name="Count">The number of these samples.</param>
/// <param name="Deviation">The standard deviation (of the population) of 1,000 bootstrap means, each cut to [0, 1].</param>
public readonly record struct RubricFigure(string Name, double Mean, int Count, double Deviation);
