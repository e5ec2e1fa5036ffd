namespace MedBench.Running;

/// <summary>One sample to be answered once.</summary>
internal sealed record WorkItem(RunCell Cell, Sample Sample, int Epoch, long Ordinal);
