namespace MedBench;

/// <summary>Lists what a static method or property returns in the catalogue that is generated at build.</summary>
/// <remarks>
/// The member is public and static, needs no argument, and returns a benchmark, strategy or scorer. It serves what is composed rather
/// than written as a class: a strategy made of a protocol, an exemplar selector and an ensemble.
/// <code>
/// public static class OurStrategies
/// {
///     [Discoverable]
///     public static IPromptStrategy TenShot(TenShotOptions? options = null) => …;
/// }
/// </code>
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class DiscoverableAttribute : Attribute;
