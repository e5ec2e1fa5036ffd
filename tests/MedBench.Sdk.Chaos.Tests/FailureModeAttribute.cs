namespace MedBench.Chaos;

/// <summary>Names the row of docs/reliability.md that a test proves.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class FailureModeAttribute(int number) : PropertyAttribute(number);
