namespace MedBench.Tests.Models;

public sealed class O200kTokensTests
{
    [Test]
    public void Common_words_are_a_token_each() => Assert.That((O200kTokens.Count("hello world"), O200kTokens.Count("")), Is.EqualTo((2, 0)));

    [Test]
    public void A_beginning_has_at_most_so_many_tokens_and_splits_no_character()
    {
        const string Text = "Pheochromocytoma, 嗜铬细胞瘤, \U0001F9EC\U0001F489 and some plain words.";
        for (var count = 0; count <= O200kTokens.Count(Text) + 1; count++)
        {
            var part = O200kTokens.Take(Text, count);
            Assert.That(Text.StartsWith(part, StringComparison.Ordinal), part);
            Assert.That(O200kTokens.Count(part), Is.LessThanOrEqualTo(count));
            Assert.That(part.Length > 0 && char.IsHighSurrogate(part[^1]), Is.False);
        }

        Assert.That(O200kTokens.Take(Text, 1000), Is.EqualTo(Text));
    }
}
