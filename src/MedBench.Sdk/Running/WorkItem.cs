namespace MedBench.Running;

/// <summary>One sample to be answered once.</summary>
internal readonly record struct WorkItem(RunCell Cell, Sample Sample, int Epoch, long Ordinal);
