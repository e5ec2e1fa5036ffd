namespace MedBench.Benchmarks;

/// <summary>Reads the records that K-QA and MedLFQA share: a question, a whole answer, and the claims that it was taken apart into.</summary>
internal static class Claims
{
    public const string EmptyClaim = "empty-claim";
    public const string NoClaims = "no-claims";

    public static Sample Map(DatasetRow row, string split, bool countsEmptyClaims)
    {
        var published = Read(row, "Must_have", ClaimSupportScorer.MustHave).Concat(Read(row, "Nice_to_have", ClaimSupportScorer.NiceToHave)).ToList();
        var claims = published.Where(claim => countsEmptyClaims || !string.IsNullOrWhiteSpace(claim.Text)).ToList();
        return new Sample
        {
            Input = new SampleInput { Id = FormattableString.Invariant($"{split}-{row.Number:D5}"), Stem = row.GetString("Question") },
            Target = new RubricTarget(claims) { References = [row.GetString("Free_form_answer")] },
            Defects = [.. published.Any(claim => string.IsNullOrWhiteSpace(claim.Text)) ? new[] { EmptyClaim } : [], .. claims.Count == 0 ? new[] { NoClaims } : []],
        };
    }

    private static IEnumerable<RubricCriterion> Read(DatasetRow row, string field, string kind)
        => (row.Has(field) ? row.GetStrings(field) : []).Select(text => new RubricCriterion(text, 1, [kind]));
}
