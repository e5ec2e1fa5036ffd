namespace MedBench;

/// <summary>Keeps a class, or every class and member of an assembly, out of the catalogue that is generated at build.</summary>
/// <remarks>
/// For fakes, base material and classes that only a <see cref="DiscoverableAttribute">discoverable</see> member should create.
/// A derived class decides for itself.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class NotDiscoverableAttribute : Attribute;
