using System.Text;

namespace MedBench.Benchmarks;

/// <summary>MedExpQA with what the doctor says of the wrong options (EI): the explanation without the passages on the right one.</summary>
/// <remarks>The passages are given as ranges of code points (<c>explanations.N.char_ranges</c>); a blank stands where one was. Where nothing is left, the case stands alone.</remarks>
public sealed class MedExpQaIncorrect() : MedExpQaBenchmark("medexpqa-incorrect", "with the gold explanations of the incorrect options", "full_answer", "The authors' code removes several passages one after the other by their first positions, so that the second cut is misplaced (KeepsShiftedRanges reproduces it).")
{
    /// <summary>Gets whether each passage is cut at its first position even after an earlier cut has moved it, as in src/datasource/casimedicos/dataset.py, <c>get_other_explanations</c>.</summary>
    public bool KeepsShiftedRanges { get; init; }

    private protected override IReadOnlyList<string> Ground(DatasetRow row)
    {
        var right = row.TryGetId("correct_option", out var label) ? label : "";
        var ranges = row.GetRow("explanations").GetRow(right).GetNumbers("char_ranges").Select(number => (int)number).Chunk(2).Where(range => range.Length == 2).ToArray();
        Rune[] text = [.. row.GetString("full_answer").EnumerateRunes()];
        foreach (var range in KeepsShiftedRanges ? ranges : [.. ranges.OrderByDescending(range => range[0])])
        {
            text = [.. text.Take(range[0]), new Rune(' '), .. text.Skip(range[1])];
        }

        return [string.Concat(text).Trim()];
    }
}
