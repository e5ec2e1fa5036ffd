namespace MedBench.Benchmarks;

/// <summary>How a reply to a question of IgakuQA is read, and how a number is compared.</summary>
public enum IgakuQaReading
{
    /// <summary>As the authors' script reads it: the whole reply is letters separated by commas and nothing else, so that <c>a, b</c> with its blank is wrong; a number must be the whole reply, and the file's own text for it.</summary>
    Published,

    /// <summary>
    /// Letters may stand apart by blanks, commas of either script or points; where one option is wanted, prose is searched for the answer that it
    /// gives; of a reply to a question without options the last number counts that is neither of the unit nor the name of a decimal place. A number
    /// is right as the value (<c>10.0</c>, <c>10</c>) and as the digits of the boxes to be filled in (<c>100</c> in ①②.③), which is all that the file holds of some.
    /// </summary>
    Tolerant,
}
