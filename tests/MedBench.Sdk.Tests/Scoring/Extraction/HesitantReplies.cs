using static MedBench.Tests.Scoring.Extraction.LabelledReply;

namespace MedBench.Tests.Scoring.Extraction;

/// <summary>Replies that choose in spite of a doubt, add a caveat to their choice, or were cut short before it.</summary>
internal static class HesitantReplies
{
    internal static LabelledReply[] All { get; } =
    [
        new("B", "It is either aspirin (A) or heparin (B). Since we have to choose one, we can go with the one used more often, which is heparin (B)."), new("B", "I would choose the drug that acts at once, which is heparin."), new("B", "The answer is the drug that acts at once, which is heparin."), new("B", "The best choice is the drug that acts at once, which is B) Heparin."), new("B", "We need a drug that acts at once, which is option B."),
        new(Unparsed, "I would choose the drug that does not act like the others, which is not heparin."), new(Unparsed, "I would avoid the drug that acts at once, which is heparin."), new(Unparsed, "The patient takes the drug that acts at once, which is heparin, and warfarin."),
        new("C", "The most likely culprit is warfarin. However, it is important to note that the cause cannot be definitively determined without further testing."), new("C", "The most suitable drug would be warfarin, but I am not sure."), new("C", "The most likely culprit is warfarin. However, as an AI language model I cannot provide a diagnosis."), new(Abstained, "Warfarin could be the cause. However, the cause cannot be determined."), new(Abstained, "The most likely culprit is warfarin. On the other hand, none of the options fits."),
        new("A", "None of the options fits perfectly. However, if we have to choose the best one, we can consider option A) Aspirin."), new("A", "None of the options is ideal. If forced to choose, A."), new("A", "None of the options is ideal. If I had to pick one, aspirin."), new("A", "None of these options guarantees it. However, aspirin (option A) is the most likely to help if it is given early."),
        new(Abstained, "I cannot determine the answer. Heparin is a drug."), new(Unparsed, "Heparin was given before. Now the level is low."), new(Unparsed, "The test is warfarin-sensitive."), new(Unparsed, "The cause is heparin-induced bleeding, but"), new(Unparsed, "Lab tests confirm aspirin. The level confirms heparin."), new(Unparsed, "The treatment before admission was heparin. The treatment now is warfarin."),
        new(Unparsed, "If we consider option A, the fever is unexplained."), new(Unparsed, "To choose, we should consider option A and option B."), new(Unparsed, "To choose the best answer, let us consider option A first."), new(Unparsed, "If you choose early, A helps."), new(Unparsed, "Aspirin (option A) would be the most likely if the patient were a child."), new(Unparsed, "Option A is the most likely if the patient is a child."),
        new(Unparsed, "Let us go through the options:\n\nA) Aspirin\n\nIt inhibits platelets.\n\nB) Heparin\n\nIt acts at once."), new(Unparsed, "Now, let's consider the options given:\n\nA) Aspirin: it inhibits platelets.\n\nB) Heparin: it acts"), new(Unparsed, "So, out of the given options:\nA) Aspirin - an antiplatelet.\nB) Heparin - acts at once.\nC) Warfarin - slow."), new(Unparsed, "A) Aspirin inhibits platelets.\n\nB) Heparin acts at once.\n\nC)"), new(Unparsed, "A) Aspirin: an antiplatelet drug.\nB) Heparin"),
        new(Unparsed, "The answer is B... no, actually it's C."), new("B", "The answer is B. Actually, C is given as well in rare cases."), new("C", "C would be my answer."), new("C", "C is the better option."), new("C", "While B is reasonable, C is the preferred option."), new("C", "Hence, option C stands as the correct one."), new(Unparsed, "C is preferred over B in pregnancy."), new("C", "- [ ] A\n- [ ] B\n- [x] C\n- [ ] D\n- [ ] E"), new(Unparsed, "- [ ] A\n- [ ] B\n- [ ] C\n- [ ] D\n- [ ] E"),
        new("C", "A) Aspirin inhibits platelets.\nB) Heparin acts at once.\nC) Warfarin inhibits vitamin K.\n\nSo: C) Warfarin"), new("C", "A) Aspirin inhibits platelets.\nB) Heparin acts at once.\nC) Warfarin inhibits vitamin K.\nD) Apixaban does not.\nE) Dabigatran does not.\n\nC) Warfarin"),
    ];

    static HesitantReplies()
    {
        for (var i = 0; i < All.Length; i++)
        {
            All[i] = All[i] with { Options = QuestionOptions.Ten };
        }
    }
}
