namespace MedBench.Benchmarks;

/// <summary>Defects of MedAgentBench's published code, each by name, so that a published number can be reproduced knowingly. None is applied unless it is asked for.</summary>
/// <remarks>Read in <c>src/server/tasks/medagentbench/{__init__,refsol}.py</c> of a public fork (rushilcs/MedAgentBench@e9793e8).</remarks>
[Flags]
public enum MedAgentBenchDefects
{
    /// <summary>The correct rules.</summary>
    None = 0,

    /// <summary>Any reply that contains the letters POST counts as an act, also one that only speaks of it or that the environment turned down. Correct: an accepted POST counts.</summary>
    PostSubstring = 1,

    /// <summary>A POST within a code fence is accepted by the environment and overlooked by the graders. Correct: what was accepted is graded.</summary>
    FencedPosts = 2,

    /// <summary>An order's <c>note</c> has to be one object, as in the published list of functions; FHIR's list is wrong. Correct: either counts.</summary>
    NoteObjectOnly = 4,

    /// <summary>The <c>route</c> of a dosage has to be a plain text, though the published list of functions says that it is an object with <c>text</c>. Correct: either counts.</summary>
    RouteTextOnly = 8,

    /// <summary>The address of a POST is compared letter by letter, though the list of functions put behind the stated base address gives two slashes. Correct: slashes do not count.</summary>
    ExactAddress = 16,

    /// <summary><c>&amp;_format=json</c> is put behind every address, also one without a query, which makes it part of the id in <c>Patient/S1</c>. Correct: a question mark where there is none.</summary>
    FormatSuffix = 32,

    /// <summary>All of them: the published code.</summary>
    Published = PostSubstring | FencedPosts | NoteObjectOnly | RouteTextOnly | ExactAddress | FormatSuffix,
}
