namespace MedBench.Scoring.Extraction;

/// <summary>The parts that a word can play in a sentence that states an answer.</summary>
[Flags]
internal enum WordClass
{
    /// <summary>A word without a part.</summary>
    None = 0,

    /// <summary>Names the answer: answer, respuesta.</summary>
    Answer = 1 << 0,

    /// <summary>Names an option: option, choice.</summary>
    OptionNoun = 1 << 1,

    /// <summary>Links subject and predicate: is, remains.</summary>
    Copula = 1 << 2,

    /// <summary>Modifies a verb: would, must.</summary>
    Modal = 1 << 3,

    /// <summary>Weakens a statement to a possibility: could, perhaps.</summary>
    Hedge = 1 << 4,

    /// <summary>Denies: not, cannot.</summary>
    Negation = 1 << 5,

    /// <summary>Rejects an option: incorrect, eliminate.</summary>
    Rejection = 1 << 6,

    /// <summary>Accepts an option: correct, right.</summary>
    Correct = 1 << 7,

    /// <summary>Heads a superlative: most.</summary>
    Most = 1 << 8,

    /// <summary>An adjective that, with most before it, picks an option: likely, appropriate.</summary>
    Fitting = 1 << 9,

    /// <summary>Picks an option by itself: best, likeliest.</summary>
    Best = 1 << 10,

    /// <summary>Introduces a conclusion: therefore, overall.</summary>
    Conclusion = 1 << 11,

    /// <summary>Announces that an earlier statement is withdrawn: wait, actually.</summary>
    Correction = 1 << 12,

    /// <summary>Makes a statement conditional: if, unless.</summary>
    Condition = 1 << 13,

    /// <summary>A verb that chooses: choose, select.</summary>
    Select = 1 << 14,

    /// <summary>May stand between a verb and the option without changing the meaning: the, likely.</summary>
    Filler = 1 << 15,

    /// <summary>An article.</summary>
    Article = 1 << 16,

    /// <summary>Joins alternatives: or, and.</summary>
    Joiner = 1 << 17,

    /// <summary>Announces several alternatives: either, both.</summary>
    Several = 1 << 18,

    /// <summary>Speaks of one option among several without picking it: each, another.</summary>
    Distributive = 1 << 19,

    /// <summary>Continues the sentence after an option without being part of it: because, since.</summary>
    Continuation = 1 << 20,

    /// <summary>Stands for the option named before: this, it.</summary>
    Pronoun = 1 << 21,

    /// <summary>Sets one option against another: rather, instead.</summary>
    Contrast = 1 << 22,

    /// <summary>Marks the definitive answer: final.</summary>
    Final = 1 << 23,

    /// <summary>Formats text in TeX and is not part of the answer: text, mathrm.</summary>
    Markup = 1 << 24,

    /// <summary>Holds the answer as a JSON key, an XML tag or a TeX box, according to the signs around it.</summary>
    Field = 1 << 25,

    /// <summary>Says that the findings speak for what follows: suggests, consistent.</summary>
    Indication = 1 << 26,

    /// <summary>Names what a medical question asks for: diagnosis, step.</summary>
    Sought = 1 << 27,
}
