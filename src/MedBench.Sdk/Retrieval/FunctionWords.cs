using System.Collections.Frozen;

namespace MedBench;

/// <summary>English words that say how a sentence hangs together and not what it is about, spelled as <see cref="LexicalTokenizer"/> leaves them.</summary>
internal static class FunctionWords
{
    private const string Listed =
        "a about above after again all also although always among an and any are as at be because been before being below between both but by can could " +
        "did do does doing done down each either else ever few following for from further had has have having he her here hers him his how however i if in into is it its itself " +
        "just least less many may might more most much must my near neither no nor not now of off often on once one only or other others our out over own " +
        "patient per question rather same shall she should since so some still such than that the their them then there therefore these they this those though through thus to too " +
        "two under until up upon usually very was we were what when where whether which while who whom whose why will with within without would yet you your " +
        "answer option best likely following man woman year old";

    private static readonly FrozenSet<string> Words = Listed.Split(' ').SelectMany(LexicalTokenizer.Tokenize).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns whether a word, lower-case and without its ending, is one of them.</summary>
    internal static bool Contains(ReadOnlySpan<char> stem) => Lookup.Contains(stem);
}
