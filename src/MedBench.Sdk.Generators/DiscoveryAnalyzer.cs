using System.Collections.Immutable;
using MedBench.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MedBench.Generators;

/// <summary>Warns about what was meant to be in a catalogue and cannot be.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DiscoveryAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor LostBenchmark = new(
        "MB0001",
        "A public benchmark that no catalogue can list",
        "Benchmark '{0}' is in no catalogue: no public constructor can be called without arguments. Add one, return the benchmark from a static [Discoverable] member and mark the class [NotDiscoverable], or only mark it.",
        "MedBench",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor LostMember = new(
        "MB0002",
        "A [Discoverable] member that no catalogue can list",
        "'{0}' is marked [Discoverable] and is in no catalogue: {1}",
        "MedBench",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [LostBenchmark, LostMember];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(CheckClass, SymbolKind.NamedType);
        context.RegisterSymbolAction(CheckMember, SymbolKind.Method, SymbolKind.Property);
    }

    private static void CheckClass(SymbolAnalysisContext context)
    {
        if (context.Symbol is INamedTypeSymbol type && ClassRule.IsLost(type))
        {
            context.ReportDiagnostic(Diagnostic.Create(LostBenchmark, type.Locations[0], type.Name));
        }
    }

    private static void CheckMember(SymbolAnalysisContext context)
    {
        if (Abstractions.HasAttribute(context.Symbol, Abstractions.Discoverable) && MemberRule.Obstacle(context.Symbol) is { } obstacle)
        {
            context.ReportDiagnostic(Diagnostic.Create(LostMember, context.Symbol.Locations[0], context.Symbol.Name, obstacle));
        }
    }
}
