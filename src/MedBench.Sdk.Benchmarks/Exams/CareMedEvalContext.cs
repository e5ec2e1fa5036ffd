namespace MedBench.Benchmarks;

/// <summary>How much of the article a question of CareMedEval is asked with.</summary>
public enum CareMedEvalContext
{
    /// <summary>The whole article (<c>articles/article_N.txt</c>): the authors' main setting.</summary>
    Article,

    /// <summary>Its abstract alone (<c>articles_abstract/article_N.txt</c>): the authors' setting for models of 2,000 tokens.</summary>
    Abstract,

    /// <summary>Nothing: what the model knows without reading.</summary>
    None,
}
