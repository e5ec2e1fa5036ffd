using CsCheck;

namespace MedBench.Tests.Prompting.Choice;

public sealed class MajorityVoteTests
{
    private static readonly string[] Options = ["A", "B", "C", "D"];

    [Test]
    public void Three_to_one_to_one_wins_in_every_order([Values] TieRule rule)
    {
        foreach (var order in Permutations(["A", "A", "A", "B", "C"]))
        {
            Assert.That(MajorityVote.Count(order, rule, Options), Is.EqualTo(new VoteResult("A", 3, false)), string.Join(',', order));
        }
    }

    [TestCase("A,B,B,A", TieRule.FirstToReachTopCount, "B")]
    [TestCase("A,B,B,A", TieRule.EarliestSeen, "A")]
    [TestCase("C,B,B,C", TieRule.FirstOption, "B")]
    [TestCase("C,-,B", TieRule.EarliestSeen, "C")]
    public void A_tie_goes_by_its_rule(string votes, TieRule rule, string winner)
    {
        var result = MajorityVote.Count([.. votes.Split(',').Select(vote => vote == "-" ? null : vote)], rule, Options);
        Assert.That((result.Winner, result.Tied), Is.EqualTo((winner, true)));
    }

    [Test]
    public void No_valid_vote_has_no_winner()
        => Assert.That(MajorityVote.Count([null, null], TieRule.FirstOption, Options), Is.EqualTo(new VoteResult(null, 0, false)));

    [Test]
    public void The_winner_always_has_the_most_votes()
        => Gen.Int[0, 4].List[1, 12].Sample(list =>
        {
            var votes = list.Select(i => i == 4 ? null : Options[i]).ToList();
            var result = MajorityVote.Count(votes, TieRule.FirstToReachTopCount, Options);
            var counts = votes.Where(vote => vote is not null).GroupBy(vote => vote).ToDictionary(group => group.Key!, group => group.Count());
            return counts.Count == 0 ? result.Winner is null : counts[result.Winner!] == counts.Values.Max() && result.Votes == counts.Values.Max();
        });

    private static IEnumerable<string[]> Permutations(string[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((item, i) => Permutations([.. items[..i], .. items[(i + 1)..]]).Select(rest => (string[])[item, .. rest]));
}
